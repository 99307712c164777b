import type { Imprint, ImprintHash } from "./imprint-of.ts";

/** Up to so many bits apart two pictures are near duplicates; unrelated ones are about 128 apart. The reference's figure. */
export const nearBits = 31;
/** Below it a picture has too little in it for its hash to say anything. The reference's figure. */
export const qualityAtLeast = 50;

/** In how many of 256 bits two hashes differ. */
export function bitsApart(one: ImprintHash, other: ImprintHash): number {
  let apart = 0;
  for (let digit = 0; digit < one.length; digit += 1) {
    apart += ones[Number.parseInt(one.charAt(digit), 16) ^ Number.parseInt(other.charAt(digit), 16)] ?? 0;
  }
  return apart;
}

/** How many bits are set in each number of four bits. */
const ones = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const;

/** How far a hash is from a picture, however that is turned or mirrored. */
export function bitsFrom({ turns }: Pick<Imprint, "turns">, hash: ImprintHash): number {
  return Math.min(...turns.map((turn) => bitsApart(turn, hash)));
}
