export type Frame = { luma: Buffer; blue: Buffer; red: Buffer };
export type FrameSize = { width: number; height: number };

/** Writes bits, most significant first. */
class Bits {
  private readonly bytes: number[] = [];
  private filled = 0;

  put(value: number, count: number): this {
    for (let at = count - 1; at >= 0; at -= 1) {
      if (this.filled % 8 === 0) this.bytes.push(0);
      const last = this.bytes.length - 1;
      this.bytes[last] = (this.bytes[last] ?? 0) | (((value >> at) & 1) << (7 - (this.filled % 8)));
      this.filled += 1;
    }
    return this;
  }

  /** Exp-Golomb, unsigned (H.264, 9.1). */
  ue(value: number): this {
    const length = 32 - Math.clz32(value + 1);
    return this.put(0, length - 1).put(value + 1, length);
  }

  align(): this {
    while (this.filled % 8 !== 0) this.put(0, 1);
    return this;
  }

  /** Whole bytes, after {@link align}. */
  append(bytes: Buffer): this {
    for (const byte of bytes) this.bytes.push(byte);
    this.filled += bytes.length * 8;
    return this;
  }

  end(): Buffer {
    return Buffer.from(this.put(1, 1).align().bytes);
  }
}

/** A unit of the stream: its header, and a 3 wherever two zeros would begin a start code (H.264, 7.4.1). */
function unit(header: number, content: Buffer): Buffer {
  const escaped: number[] = [header];
  let zeros = 0;
  for (const byte of content) {
    if (zeros >= 2 && byte <= 3) {
      escaped.push(3);
      zeros = 0;
    }
    escaped.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(escaped);
}

/** Constrained baseline, level 2.0, every picture by itself. Sides are multiples of 16. */
export function sequenceSet({ width, height }: FrameSize): Buffer {
  const bits = new Bits().put(66, 8).put(0xc0, 8).put(20, 8).ue(0).ue(0).ue(2).ue(0).put(0, 1);
  return unit(
    0x67,
    bits
      .ue(width / 16 - 1)
      .ue(height / 16 - 1)
      .put(1, 1)
      .put(1, 1)
      .put(0, 1)
      .put(0, 1)
      .end(),
  );
}

export function pictureSet(): Buffer {
  const bits = new Bits().ue(0).ue(0).put(0, 1).put(0, 1).ue(0).ue(0).ue(0).put(0, 1).put(0, 2);
  return unit(0x68, bits.ue(0).ue(0).ue(0).put(1, 1).put(0, 1).put(0, 1).end());
}

/** One picture whose blocks hold their samples as they are (I_PCM, H.264, 7.3.5): large, and no encoder is needed. */
export function picture(frame: Frame, { width, height }: FrameSize, index: number): Buffer {
  const bits = new Bits()
    .ue(0)
    .ue(7)
    .ue(0)
    .put(0, 4)
    .ue(index % 2)
    .put(0, 1)
    .put(0, 1)
    .ue(0)
    .ue(1);
  for (let y = 0; y < height; y += 16) {
    for (let x = 0; x < width; x += 16) {
      bits.ue(25).align();
      bits.append(block(frame.luma, width, { x, y, side: 16 }));
      bits.append(block(frame.blue, width / 2, { x: x / 2, y: y / 2, side: 8 }));
      bits.append(block(frame.red, width / 2, { x: x / 2, y: y / 2, side: 8 }));
    }
  }
  return unit(0x65, bits.end());
}

function block(plane: Buffer, stride: number, { x, y, side }: { x: number; y: number; side: number }): Buffer {
  const rows = Array.from({ length: side }, (_, row) => {
    const from = (y + row) * stride + x;
    return plane.subarray(from, from + side);
  });
  return Buffer.concat(rows);
}
