import sharp from "sharp";

const side = 128;

/** A picture with enough in it to be known again, another for each seed. */
export function paintedPicture(seed: number): Promise<Uint8Array> {
  const chance = (at: number) => (Math.sin(seed * 12.9898 + at * 78.233) * 43_758.5453) % 1;
  const waves = Array.from(
    { length: 24 },
    (_, at) => [chance(at) * 40, chance(at + 100) * 40, chance(at + 200) * 6] as const,
  );
  const pixels = Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [(at % side) / side, Math.floor(at / side) / side];
    const light = waves.reduce((sum, [across, down, from]) => sum + Math.sin(across * x + down * y + from), 0);
    return Math.max(0, Math.min(255, 128 + light * 22));
  });
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer();
}
