import sharp from "sharp";
import type { Colour } from "./palette.ts";

/** Colours that a picture may carry along its top, for the moderation stand-in to see. None is drawn otherwise. */
export const marks = {
  magenta: [255, 0, 255],
  crimson: [220, 20, 60],
  cyan: [0, 255, 255],
} as const satisfies Record<string, Colour>;
export type Mark = keyof typeof marks;

const names = ["magenta", "crimson", "cyan"] as const satisfies readonly Mark[];
/** A channel of a mark is off by no more than this, of 255, after a lossy copy. */
const offAtMost = 48;

/** Paints the upper eighth of a picture in a mark's colour. */
export async function markPicture(bytes: Buffer, mark: Mark): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const [r, g, b] = marks[mark];
  const band = { width, height: Math.max(1, Math.ceil(height / 8)), channels: 3, background: { r, g, b } } as const;
  return sharp(bytes)
    .composite([{ input: await sharp({ create: band }).png().toBuffer(), gravity: "north" }])
    .toBuffer();
}

/** The mark that a picture carries; null for one without, and for what is no picture. */
export async function readMark(bytes: Buffer): Promise<Mark | null> {
  const top = await readTop(bytes).catch(() => null);
  if (top === null) return null;
  return (
    names.find((name) => top.every((value, at) => Math.abs(value - (marks[name][at % 3] ?? 0)) <= offAtMost)) ?? null
  );
}

/** Four pixels of the upper sixteenth. */
async function readTop(bytes: Buffer): Promise<number[]> {
  const { width, height } = await sharp(bytes).metadata();
  const strip = { left: 0, top: 0, width, height: Math.max(1, Math.floor(height / 16)) };
  const row = await sharp(bytes).extract(strip).toColourspace("srgb").removeAlpha().toBuffer();
  return [...(await sharp(row).resize(4, 1, { fit: "fill" }).raw().toBuffer())];
}
