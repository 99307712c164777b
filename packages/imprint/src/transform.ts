import { shrunkSide } from "./shrink.ts";

/** Waves on each side of a transform. */
export const transformSide = 16;

/** Each wave along a line: the second to the seventeenth of the cosine transform, since the first is the mean alone. */
const waves = Float64Array.from({ length: transformSide * shrunkSide }, (_, at) => {
  const wave = Math.floor(at / shrunkSide) + 1;
  const place = at % shrunkSide;
  return Math.sqrt(2 / shrunkSide) * Math.cos((Math.PI / (2 * shrunkSide)) * wave * (2 * place + 1));
});

/** The 16 by 16 lowest waves of a shrunk picture: row by row, slow waves from top to bottom first. */
export function transform(small: Float64Array): Float64Array {
  const halfway = new Float64Array(transformSide * shrunkSide);
  for (let wave = 0; wave < transformSide; wave += 1) {
    for (let column = 0; column < shrunkSide; column += 1) {
      let sum = 0;
      for (let row = 0; row < shrunkSide; row += 1) {
        sum += (waves[wave * shrunkSide + row] ?? 0) * (small[row * shrunkSide + column] ?? 0);
      }
      halfway[wave * shrunkSide + column] = sum;
    }
  }
  const found = new Float64Array(transformSide * transformSide);
  for (let down = 0; down < transformSide; down += 1) {
    for (let across = 0; across < transformSide; across += 1) {
      let sum = 0;
      for (let column = 0; column < shrunkSide; column += 1) {
        sum += (halfway[down * shrunkSide + column] ?? 0) * (waves[across * shrunkSide + column] ?? 0);
      }
      found[down * transformSide + across] = sum;
    }
  }
  return found;
}
