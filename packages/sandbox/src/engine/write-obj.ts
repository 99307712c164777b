import type { Relief } from "./relief.ts";

/** Wavefront OBJ with positions and texture coordinates; OBJ counts v from the bottom and indices from 1. */
export function writeObj({ positions, uvs, indices }: Relief): Buffer {
  const lines = ["# local preview: relief of a photo", "o relief"];
  for (let at = 0; at < positions.length; at += 3) lines.push(`v ${triple(positions, at)}`);
  for (let at = 0; at < uvs.length; at += 2) lines.push(`vt ${short(uvs[at])} ${short(1 - (uvs[at + 1] ?? 0))}`);
  for (let at = 0; at < indices.length; at += 3) {
    lines.push(`f ${corner(indices[at])} ${corner(indices[at + 1])} ${corner(indices[at + 2])}`);
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

function triple(values: Float32Array, at: number): string {
  return `${short(values[at])} ${short(values[at + 1])} ${short(values[at + 2])}`;
}

/** Five decimals: a hundredth of a millimetre on a plate one metre wide. */
function short(value = 0): number {
  return Math.round(value * 1e5) / 1e5;
}

function corner(index = 0): string {
  const one = index + 1;
  return `${one}/${one}`;
}
