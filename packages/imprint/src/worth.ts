import { shrunkSide } from "./shrink.ts";

/** Divides what neighbours differ by, so that a picture with something in it reaches 100. The reference's figure. */
const enough = 90;

/** How much there is to see in a shrunk picture, 0 to 100: what neighbouring pixels differ by, in whole hundredths of the range. */
export function worthOf(small: Float64Array): number {
  let sum = 0;
  const differ = (one: number, other: number) =>
    Math.abs(Math.trunc((((small[one] ?? 0) - (small[other] ?? 0)) * 100) / 255));
  for (let row = 0; row < shrunkSide; row += 1) {
    for (let column = 0; column < shrunkSide; column += 1) {
      const at = row * shrunkSide + column;
      if (row + 1 < shrunkSide) sum += differ(at, at + shrunkSide);
      if (column + 1 < shrunkSide) sum += differ(at, at + 1);
    }
  }
  return Math.min(100, Math.trunc(sum / enough));
}
