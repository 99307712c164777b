import type { Relief } from "./relief.ts";

/** Wavefront OBJ with positions and texture coordinates; OBJ counts v from the bottom and indices from 1. */
export function writeObj({ positions, uvs, indices }: Relief): Buffer {
  const decimal = createDecimals();
  const corners = Array.from({ length: positions.length / 3 }, (_, vertex) => `${vertex + 1}/${vertex + 1}`);
  const lines = ["# local preview: relief of a photo", "o relief"];
  for (let at = 0; at < positions.length; at += 3) {
    lines.push(`v ${decimal(positions[at])} ${decimal(positions[at + 1])} ${decimal(positions[at + 2])}`);
  }
  for (let at = 0; at < uvs.length; at += 2) lines.push(`vt ${decimal(uvs[at])} ${decimal(1 - (uvs[at + 1] ?? 0))}`);
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [indices[at] ?? 0, indices[at + 1] ?? 0, indices[at + 2] ?? 0];
    lines.push(`f ${corners[a]} ${corners[b]} ${corners[c]}`);
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

/**
 * Numbers with four decimals, a tenth of a millimetre on a plate one metre wide. A grid repeats the same few thousand
 * values, and printing each once takes a third of the time.
 */
function createDecimals(): (value?: number) => string {
  const printed: string[] = [];
  return (value = 0) => {
    const steps = Math.round(value * 1e4);
    const place = steps + 10_000;
    const known = printed[place];
    if (known !== undefined) return known;
    const text = String(steps / 1e4);
    printed[place] = text;
    return text;
  };
}
