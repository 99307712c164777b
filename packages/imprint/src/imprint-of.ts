import { medianOf } from "./median.ts";
import type { Raster } from "./raster.ts";
import { shrink } from "./shrink.ts";
import { transform, transformSide } from "./transform.ts";
import { type Turn, turned, turns } from "./turns.ts";
import { worthOf } from "./worth.ts";

/** 256 bits in 64 hexadecimal digits, the last bit first, as PDQ's lists write them. */
export type ImprintHash = string;

/** What a picture looks like: its hash upright and in the seven other ways to turn or mirror it. */
export type Imprint = {
  readonly hash: ImprintHash;
  /** Upright first. */
  readonly turns: readonly ImprintHash[];
  /** 0 for a picture with nothing in it, to 100. */
  readonly quality: number;
};

/**
 * The imprint of a picture by PDQ: brightness blurred and shrunk to 64 by 64, the lowest 16 by 16 waves of its cosine
 * transform, one bit each for whether a wave is stronger than the median. A turned picture has the same waves in another
 * order, some with the other sign, so its hash needs no second look at the picture.
 *
 * A picture should come at 512 pixels a side at the most, as the reference has it.
 * Source: ThreatExchange, `hashing/hashing.pdf` and `pdq/cpp/hashing/pdqhashing.cpp`.
 */
export function imprintOf(raster: Raster): Imprint {
  const small = shrink(raster);
  const waves = transform(small);
  const hashes = turns.map((turn) => hashOf(waves, turn));
  return { hash: hashes[0] ?? "", turns: hashes, quality: worthOf(small) };
}

function hashOf(waves: Float64Array, turn: Turn): ImprintHash {
  const seen = turned(waves, turn);
  const median = medianOf(seen);
  const words = Array.from({ length: transformSide }, (_, row) =>
    seen
      .subarray(row * transformSide, (row + 1) * transformSide)
      .reduce((word, wave, column) => (wave > median ? word | (1 << column) : word), 0),
  );
  return words
    .reverse()
    .map((word) => word.toString(16).padStart(4, "0"))
    .join("");
}
