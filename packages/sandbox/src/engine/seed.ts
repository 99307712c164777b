import { createHash } from "node:crypto";

/** A repeatable stream of numbers drawn from a SHA-256. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** From `low` up to `high`. */
  between(low: number, high: number): number;
  /** One of the list. Throws on an empty one. */
  pick<T>(list: readonly T[]): T;
};

/** The SHA-256 of everything the output depends on, as hex. */
export function digestOf(...parts: (string | Buffer | number)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(Buffer.isBuffer(part) ? part : String(part)).update("\0");
  return hash.digest("hex");
}

/** Starts the stream of a digest (sfc32, seeded with its first 128 bits). */
export function chanceOf(digest: string): Chance {
  let [a, b, c, d] = [0, 8, 16, 24].map((at) => Number.parseInt(digest.slice(at, at + 8), 16) | 0) as Quad;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}

type Quad = [number, number, number, number];
