import sharp from "sharp";

/** The fill runs on a copy of at most this many pixels a side; the mask is enlarged with a soft edge. */
const workSide = 512;
/** How far, in RGB, a pixel may lie from the rim colour it was reached from and still be background. */
const farthest = 72;
/** A step this small to its neighbour continues a shaded background, up to twice that distance. */
const gentlestStep = 9;
/** When less than this part of the picture would remain, nothing stands out and the whole picture stays. */
const leastSubject = 0.02;

/** Cuts the subject out: what flows in from the border becomes transparent. Gives a PNG of the photo's own size. */
export async function cutOut(photo: Buffer): Promise<{ png: Buffer; width: number; height: number }> {
  const upright = await sharp(photo)
    .autoOrient()
    .toColourspace("srgb")
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer();
  const { data, info } = await sharp(upright)
    .resize(workSide, workSide, { fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const mask = subjectMask(data, info.width, info.height);
  const { width, height } = await sharp(upright).metadata();
  const alpha = await sharp(mask, { raw: { width: info.width, height: info.height, channels: 1 } })
    .blur(1.2)
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  const png = await sharp(upright)
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { png, width, height };
}

/** 255 where the subject is, 0 where the border's colours reach. */
function subjectMask(pixels: Buffer, width: number, height: number): Buffer {
  const mask = Buffer.alloc(width * height, 255);
  const seeds = new Int32Array(width * height);
  const queue = borderOf(width, height);
  for (const at of queue) {
    seeds[at] = at;
    mask[at] = 0;
  }
  for (let head = 0; head < queue.length; head += 1) {
    const at = queue[head] ?? 0;
    const seed = seeds[at] ?? 0;
    for (const next of neighboursOf(at, width, height)) {
      if (mask[next] === 0 || !continues(pixels, { seed, at, next })) continue;
      mask[next] = 0;
      seeds[next] = seed;
      queue.push(next);
    }
  }
  return queue.length > width * height * (1 - leastSubject) ? mask.fill(255) : mask;
}

function borderOf(width: number, height: number): number[] {
  const border = new Set<number>();
  for (let x = 0; x < width; x += 1) border.add(x).add((height - 1) * width + x);
  for (let y = 0; y < height; y += 1) border.add(y * width).add(y * width + width - 1);
  return [...border];
}

function neighboursOf(at: number, width: number, height: number): number[] {
  const x = at % width;
  const list: number[] = [];
  if (x > 0) list.push(at - 1);
  if (x < width - 1) list.push(at + 1);
  if (at >= width) list.push(at - width);
  if (at < width * (height - 1)) list.push(at + width);
  return list;
}

function continues(pixels: Buffer, { seed, at, next }: { seed: number; at: number; next: number }): boolean {
  const away = distance(pixels, seed, next);
  return away < farthest || (away < farthest * 2 && distance(pixels, at, next) < gentlestStep);
}

function distance(pixels: Buffer, one: number, other: number): number {
  const red = (pixels[one * 3] ?? 0) - (pixels[other * 3] ?? 0);
  const green = (pixels[one * 3 + 1] ?? 0) - (pixels[other * 3 + 1] ?? 0);
  const blue = (pixels[one * 3 + 2] ?? 0) - (pixels[other * 3 + 2] ?? 0);
  return Math.sqrt(red * red + green * green + blue * blue); // Math.hypot guards against overflow and is far slower.
}
