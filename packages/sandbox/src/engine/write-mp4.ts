import sharp from "sharp";
import { type Frame, type FrameSize, picture, pictureSet, sequenceSet } from "./write-h264.ts";

const size: FrameSize = { width: 160, height: 96 };
const frameCount = 24;
const framesPerSecond = 12;

/** Two seconds of MP4 that pan over a picture from left to right. Every part of it is drawn from the picture alone. */
export async function writeMp4(still: Buffer): Promise<Buffer> {
  const wide = { width: size.width * 2, height: size.height };
  const { data } = await sharp(still)
    .autoOrient()
    .flatten({ background: "#fff" })
    .resize(wide.width, wide.height, { fit: "cover" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pictures = Array.from({ length: frameCount }, (_, index) => {
    const shift = Math.round((index / (frameCount - 1)) * size.width);
    return picture(cut(data, wide.width, shift), size, index);
  });
  return assemble(pictures);
}

/** The part of the picture that a frame shows, as brightness and two halved planes of colour (BT.601). */
function cut(pixels: Buffer, stride: number, shift: number): Frame {
  const luma = Buffer.alloc(size.width * size.height);
  const blue = Buffer.alloc(luma.length / 4);
  const red = Buffer.alloc(luma.length / 4);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const at = (y * stride + x + shift) * 3;
      const [r, g, b] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
      luma[y * size.width + x] = Math.round(16 + 0.257 * r + 0.504 * g + 0.098 * b);
      if (x % 2 === 1 || y % 2 === 1) continue;
      const half = (y / 2) * (size.width / 2) + x / 2;
      blue[half] = Math.round(128 - 0.148 * r - 0.291 * g + 0.439 * b);
      red[half] = Math.round(128 + 0.439 * r - 0.368 * g - 0.071 * b);
    }
  }
  return { luma, blue, red };
}

/** Boxes of ISO/IEC 14496-12, and 14496-15 for `avc1`. */
function assemble(pictures: readonly Buffer[]): Buffer {
  const samples = pictures.map((unit) => Buffer.concat([u32(unit.length), unit]));
  const type = box("ftyp", Buffer.from("isom"), u32(512), Buffer.from("isomiso2avc1mp41"));
  // The place of the first sample depends on the size of what comes before it, which does not depend on the place.
  const before = type.length + movie(samples, 0).length + 8;
  return Buffer.concat([type, movie(samples, before), box("mdat", ...samples)]);
}

function movie(samples: readonly Buffer[], firstAt: number): Buffer {
  const header = full(
    "mvhd",
    u32(0, 0, framesPerSecond, frameCount, 0x10000),
    u16(0x100, 0),
    zeros(8),
    matrix,
    zeros(24),
    u32(2),
  );
  return box("moov", header, track(samples, firstAt));
}

function track(samples: readonly Buffer[], firstAt: number): Buffer {
  const sides = u32(size.width << 16, size.height << 16);
  const header = full("tkhd", u32(0, 0, 1, 0, frameCount), zeros(16), matrix, sides);
  header[11] = 3; // Enabled, and part of the film.
  const media = full("mdhd", u32(0, 0, framesPerSecond, frameCount), u16(0x55c4, 0));
  const handler = full("hdlr", u32(0), Buffer.from("vide"), zeros(12), Buffer.from("preview\0"));
  const own = full("url ");
  own[11] = 1; // The samples are in this file.
  const place = box("dinf", full("dref", u32(1), own));
  const video = full("vmhd", zeros(8));
  video[11] = 1;
  return box("trak", header, box("mdia", media, handler, box("minf", video, place, table(samples, firstAt))));
}

function table(samples: readonly Buffer[], firstAt: number): Buffer {
  const sizes = samples.map(({ length }) => length);
  return box(
    "stbl",
    full("stsd", u32(1), entry()),
    full("stts", u32(1, frameCount, 1)),
    full("stsc", u32(1, 1, frameCount, 1)),
    full("stsz", u32(0, frameCount, ...sizes)),
    full("stco", u32(1, firstAt)),
  );
}

function entry(): Buffer {
  const [sequence, pictures] = [sequenceSet(size), pictureSet()];
  const record = Buffer.concat([
    Buffer.of(1, 66, 0xc0, 20, 0xff, 0xe1),
    u16(sequence.length),
    sequence,
    Buffer.of(1),
    u16(pictures.length),
    pictures,
  ]);
  const sides = u16(size.width, size.height);
  const resolution = u32(0x480000, 0x480000);
  return box(
    "avc1",
    zeros(6),
    u16(1),
    zeros(16),
    sides,
    resolution,
    zeros(4),
    u16(1),
    zeros(32),
    u16(0x18, 0xffff),
    box("avcC", record),
  );
}

const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, "latin1"), content]);
}

/** A box with version and flags, all zero. */
function full(type: string, ...parts: readonly Buffer[]): Buffer {
  return box(type, u32(0), ...parts);
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16BE(value, index * 2);
  });
  return bytes;
}

function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}
