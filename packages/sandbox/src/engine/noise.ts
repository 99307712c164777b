import type { Chance } from "./seed.ts";

/** A smooth random field: any point of the plane gives about 0 to 1. */
export type Field = (x: number, y: number) => number;

const latticeSize = 256;

/** Value noise: random heights on whole-number points, eased in between. Repeats every 256 units. */
export function valueNoise(chance: Chance): Field {
  const heights = Float32Array.from({ length: latticeSize * latticeSize }, () => chance.next());
  const at = (x: number, y: number) => heights[(y & (latticeSize - 1)) * latticeSize + (x & (latticeSize - 1))] ?? 0;
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const across = ease(x - column);
    const down = ease(y - row);
    const top = mix(at(column, row), at(column + 1, row), across);
    const bottom = mix(at(column, row + 1), at(column + 1, row + 1), across);
    return mix(top, bottom, down);
  };
}

/** Layers of the field, each twice as fine and half as strong, scaled back to 0 to 1. */
export function layered(field: Field, octaves: number): Field {
  return (x, y) => {
    let sum = 0;
    let strength = 0.5;
    let total = 0;
    for (let octave = 0; octave < octaves; octave += 1) {
      const scale = 2 ** octave;
      sum += field(x * scale + octave * 17.3, y * scale - octave * 9.7) * strength;
      total += strength;
      strength /= 2;
    }
    return sum / total;
  };
}

/** The point `part` of the way from `from` to `to`. */
export function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

/** The value held between 0 and 1. */
export function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function ease(part: number): number {
  return part * part * (3 - 2 * part);
}
