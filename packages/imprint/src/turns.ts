import { transformSide } from "./transform.ts";

/** One of the eight ways to lay a picture down: over its diagonal or not, then top to bottom, then left to right. */
export type Turn = { readonly overDiagonal: boolean; readonly upsideDown: boolean; readonly leftToRight: boolean };

const both = [false, true] as const;

/** Upright first. */
export const turns: readonly Turn[] = both.flatMap((overDiagonal) =>
  both.flatMap((upsideDown) => both.map((leftToRight) => ({ overDiagonal, upsideDown, leftToRight }))),
);

/** The waves of a turned picture. Mirrored, a wave that is crest at one end and trough at the other has the other sign. */
export function turned(waves: Float64Array, { overDiagonal, upsideDown, leftToRight }: Turn): Float64Array {
  return waves.map((_, at) => {
    const down = Math.floor(at / transformSide);
    const across = at % transformSide;
    const wave = waves[overDiagonal ? across * transformSide + down : at] ?? 0;
    const isOpposite = (upsideDown && down % 2 === 0) !== (leftToRight && across % 2 === 0);
    return isOpposite ? -wave : wave;
  });
}
