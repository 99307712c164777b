import { type Fields, fieldsOf, integerOf, textOf } from "../record.ts";

export type PictureSize = { width: number; height: number };

const named: Readonly<Record<string, PictureSize>> = {
  square_hd: { width: 1024, height: 1024 },
  square: { width: 512, height: 512 },
  portrait_4_3: { width: 768, height: 1024 },
  portrait_16_9: { width: 576, height: 1024 },
  landscape_4_3: { width: 1024, height: 768 },
  landscape_16_9: { width: 1024, height: 576 },
  auto_2K: { width: 2048, height: 2048 },
  auto_4K: { width: 4096, height: 4096 },
};

const resolutions: Readonly<Record<string, number>> = { "0.5K": 512, "1K": 1024, "2K": 2048, "4K": 4096 };

/**
 * The pixels a request asks for: `image_size` as a name or `{ width, height }`, or `aspect_ratio` with `resolution`.
 * Null when a size was given and cannot be drawn (64 to 4096 pixels a side).
 */
export function readPictureSize(input: Fields): PictureSize | null {
  if (input.image_size !== undefined) return readImageSize(input.image_size);
  const side = resolutions[textOf(input.resolution) ?? "1K"];
  if (side === undefined) return null;
  const ratio = textOf(input.aspect_ratio) ?? "1:1";
  return ratio === "auto" ? { width: side, height: side } : fitRatio(ratio, side);
}

function readImageSize(value: unknown): PictureSize | null {
  const name = textOf(value);
  if (name === "auto") return { width: 1024, height: 1024 };
  if (name !== undefined) return named[name] ?? readPixels(name);
  const { width, height } = fieldsOf(value);
  return within(integerOf(width) ?? 0, integerOf(height) ?? 0);
}

function readPixels(text: string): PictureSize | null {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(text) ?? [];
  return within(Number(width), Number(height));
}

function fitRatio(ratio: string, side: number): PictureSize | null {
  const [, across, down] = /^(\d{1,2}):(\d{1,2})$/.exec(ratio) ?? [];
  const shape = Number(across) / Number(down);
  if (!Number.isFinite(shape) || shape === 0) return null;
  return shape >= 1 ? within(side, Math.round(side / shape / 8) * 8) : within(Math.round((side * shape) / 8) * 8, side);
}

function within(width: number, height: number): PictureSize | null {
  const fits = [width, height].every((side) => side >= 64 && side <= 4096);
  return fits ? { width, height } : null;
}
