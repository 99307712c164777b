import sharp, { type Sharp } from "sharp";
import { drawCaption } from "./caption.ts";
import { compositions } from "./compositions.ts";
import { layered, mix, unit, valueNoise } from "./noise.ts";
import { alongRamp, drawPalette, type Palette } from "./palette.ts";
import { type Chance, chanceOf, digestOf } from "./seed.ts";

export type PictureRequest = {
  prompt: string;
  /** Pixels, 64 to 4096 a side. */
  width: number;
  height: number;
  /** Which of the pictures of one prompt. */
  seed: number;
  format: "png" | "jpeg" | "webp";
};

/** The field is computed at most this wide or high and enlarged: noise is smooth, so nothing is lost but time. */
const fieldSize = 320;

/** A picture that depends on nothing but the request: same request, same bytes. */
export async function drawPicture(request: PictureRequest): Promise<Buffer> {
  const { prompt, width, height } = request;
  const chance = chanceOf(digestOf("picture", prompt, request.seed));
  const palette = drawPalette(chance);
  const background = await drawBackground({ width, height }, chance, palette);
  const shapes = chance.pick(compositions)({ width, height, chance, palette });
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}${drawCaption(prompt, width, height)}</svg>`;
  return encode(sharp(background).composite([{ input: Buffer.from(overlay) }]), request.format);
}

/** A plain black picture, which is what an upstream's safety checker leaves of a refused output. */
export async function drawBlack({ width, height, format }: Omit<PictureRequest, "prompt" | "seed">): Promise<Buffer> {
  return encode(sharp({ create: { width, height, channels: 3, background: "#000" } }), format);
}

function encode(picture: Sharp, format: PictureRequest["format"]): Promise<Buffer> {
  switch (format) {
    case "png":
      return picture.png({ compressionLevel: 6 }).toBuffer();
    case "jpeg":
      return picture.jpeg({ quality: 90 }).toBuffer();
    case "webp":
      return picture.webp({ quality: 88 }).toBuffer();
  }
}

type Size = { width: number; height: number };

async function drawBackground(size: Size, chance: Chance, palette: Palette): Promise<Buffer> {
  const scale = fieldSize / Math.max(size.width, size.height);
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const pixels = paintField({ width, height }, chance, palette);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { kernel: "cubic", fit: "fill" })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** A vertical gradient whose place is bent by noise that is itself bent by noise, like ink in water. */
function paintField({ width, height }: Size, chance: Chance, palette: Palette): Buffer {
  const noise = layered(valueNoise(chance), 4);
  const zoom = chance.between(2.2, 4.2);
  const warp = chance.between(0.6, 1.7);
  const tilt = chance.between(-0.35, 0.35);
  const pixels = Buffer.alloc(width * height * 3);
  const long = Math.max(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const across = (x / long) * zoom;
      const down = (y / long) * zoom;
      const bend = noise(across + 40, down);
      const ink = noise(across + warp * bend, down + warp * noise(across, down + 70));
      const place = mix(y / height + tilt * (x / width - 0.5), ink, 0.55);
      const vignette = 1 - 0.28 * ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2;
      const colour = alongRamp(palette.ramp, unit((place - 0.12) * 1.25));
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        pixels[at + channel] = Math.round((colour[channel] ?? 0) * vignette);
    }
  }
  return pixels;
}
