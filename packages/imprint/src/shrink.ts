import type { Raster } from "./raster.ts";

/** Pixels on each side of what the waves are taken from. */
export const shrunkSide = 64;
const blurs = 2;

/**
 * Blurs a picture twice along its rows and columns, which comes near a tent as wide as what becomes one pixel, and takes 64
 * by 64 of its pixels, each from the middle of its place.
 */
export function shrink({ width, height, luma }: Raster): Float64Array {
  if (width < 1 || height < 1 || luma.length !== width * height)
    throw new RangeError("not the brightness of a picture");
  const picture = Float64Array.from(luma);
  const between = new Float64Array(picture.length);
  const across = { from: picture, to: between, lines: height, step: width, length: width, stride: 1 };
  const down = { from: between, to: picture, lines: width, step: 1, length: height, stride: width };
  for (let times = 0; times < blurs; times += 1) {
    blurLines(across);
    blurLines(down);
  }
  return pick(picture, { width, height });
}

type Lines = {
  from: Float64Array;
  to: Float64Array;
  lines: number;
  /** From the beginning of one line to that of the next, and from one pixel of a line to the next. */
  step: number;
  stride: number;
  /** Pixels of a line. */
  length: number;
};

function blurLines(lines: Lines): void {
  const window = Math.min(lines.length, Math.floor((lines.length + 2 * shrunkSide - 1) / (2 * shrunkSide)));
  for (let line = 0; line < lines.lines; line += 1) blurLine(lines, line * lines.step, window);
}

/** A running mean over `window` pixels, one more ahead than behind where it is even, and over fewer at both ends. */
function blurLine({ from, to, length, stride }: Lines, start: number, window: number): void {
  const ahead = Math.floor((window + 2) / 2) - 1;
  const behind = window - 1 - ahead;
  let sum = 0;
  let counted = 0;
  const at = (place: number) => from[start + place * stride] ?? 0;
  for (let place = 0; place < Math.min(ahead, length); place += 1) {
    sum += at(place);
    counted += 1;
  }
  for (let place = 0; place < length; place += 1) {
    if (place + ahead < length) {
      sum += at(place + ahead);
      counted += 1;
    }
    if (place - behind > 0) {
      sum -= at(place - behind - 1);
      counted -= 1;
    }
    to[start + place * stride] = sum / counted;
  }
}

function pick(picture: Float64Array, { width, height }: Pick<Raster, "width" | "height">): Float64Array {
  const places = (of: number) =>
    Array.from({ length: shrunkSide }, (_, at) => Math.floor(((at + 0.5) * of) / shrunkSide));
  const columns = places(width);
  return Float64Array.from(
    places(height).flatMap((row) => columns.map((column) => picture[row * width + column] ?? 0)),
  );
}
