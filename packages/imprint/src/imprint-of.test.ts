import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { bitsApart, bitsFrom, nearBits, qualityAtLeast } from "./distance.ts";
import { imprintOf } from "./imprint-of.ts";
import { turned, turns } from "./turns.ts";

type Size = { width: number; height: number };

/** A picture with something in it: waves whose lengths and directions depend on the seed. */
function paint({ width, height }: Size, seed: number): Sharp {
  const chance = (at: number) => (Math.sin(seed * 12.9898 + at * 78.233) * 43_758.5453) % 1;
  const waves = Array.from({ length: 24 }, (_, at) => ({
    across: chance(at) * 40,
    down: chance(at + 100) * 40,
    from: chance(at + 200) * 6,
  }));
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = waves.reduce(
        (sum, { across, down, from }) => sum + Math.sin(across * (x / width) + down * (y / height) + from),
        0,
      );
      pixels.fill(Math.max(0, Math.min(255, 128 + wave * 22)), (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).png();
}

async function imprint(picture: Sharp | Buffer) {
  const bytes = Buffer.isBuffer(picture) ? picture : await picture.png().toBuffer();
  const { data, info } = await sharp(bytes).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  return imprintOf({ width: info.width, height: info.height, luma: data });
}

const size = { width: 320, height: 240 };
const original = await paint(size, 1).toBuffer();
const seen = await imprint(original);

describe("an imprint", () => {
  it("is the same each time, is no distance from itself, and sets half of its bits", async () => {
    expect(await imprint(original)).toEqual(seen);
    expect(bitsApart(seen.hash, seen.hash)).toBe(0);
    expect(bitsApart(seen.hash, "0".repeat(64))).toBe(128);
    expect(seen.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(seen.quality).toBe(100);
  });

  it.each<[string, (picture: Sharp) => Sharp]>([
    ["half its size", (picture) => picture.resize(160, 120)],
    ["twice its size", (picture) => picture.resize(640, 480)],
    ["another shape", (picture) => picture.resize(256, 256, { fit: "fill" })],
    ["a JPEG of low quality", (picture) => picture.jpeg({ quality: 30 })],
    ["brighter", (picture) => picture.modulate({ brightness: 1.1 })],
    ["blurred", (picture) => picture.blur(1.5)],
    ["cut by a pixel on each side", (picture) => picture.extract({ left: 1, top: 1, width: 318, height: 238 })],
  ])("stays near when the picture is %s", async (_, change) => {
    const other = await imprint(await change(sharp(original)).toBuffer());
    expect(bitsApart(seen.hash, other.hash)).toBeLessThanOrEqual(nearBits);
  });

  it("is far from those of other pictures, about half of all bits on average", async () => {
    const others = await Promise.all(
      Array.from({ length: 24 }, (_, at) => imprint(paint({ width: 128, height: 96 }, at + 2))),
    );
    const apart = others.map(({ hash }) => bitsApart(seen.hash, hash));
    const mean = apart.reduce((sum, bits) => sum + bits, 0) / apart.length;
    expect(mean).toBeGreaterThan(118);
    expect(mean).toBeLessThan(138);
    expect(Math.min(...others.map(({ hash }) => bitsFrom(seen, hash)))).toBeGreaterThan(nearBits);
  });

  it.each<[string, (picture: Sharp) => Sharp]>([
    ["upside down", (picture) => picture.flip()],
    ["in the mirror", (picture) => picture.flop()],
    ["turned half round", (picture) => picture.rotate(180)],
    ["turned a quarter", (picture) => picture.rotate(90)],
    ["turned three quarters", (picture) => picture.rotate(270)],
    ["over its diagonal", (picture) => picture.rotate(90).flop()],
    ["over its other diagonal", (picture) => picture.rotate(270).flop()],
  ])("knows its picture %s, which its upright hash alone does not", async (_, change) => {
    // One call of sharp rotates after it mirrors, whatever the order of the words.
    const other = await imprint(await sharp(await change(sharp(original)).toBuffer()).toBuffer());
    expect(bitsApart(seen.hash, other.hash)).toBeGreaterThan(nearBits);
    expect(bitsFrom(seen, other.hash)).toBeLessThanOrEqual(nearBits);
  });

  it("says of a picture with nothing or little in it that it is worth nothing", async () => {
    const flat = { create: { ...size, channels: 3, background: "#345" } } as const;
    expect((await imprint(sharp(flat))).quality).toBe(0);
    const slope = { ...size, luma: Float64Array.from({ length: 320 * 240 }, (_, at) => ((at % 320) / 320) * 255) };
    expect(imprintOf(slope).quality).toBeLessThan(qualityAtLeast);
  });

  it("takes a picture of any size, and no brightness that is not its size's", () => {
    for (const [width, height] of [
      [1, 1],
      [3, 200],
      [64, 64],
      [500, 2],
    ] as const) {
      expect(imprintOf({ width, height, luma: new Uint8Array(width * height) }).quality).toBe(0);
    }
    expect(() => imprintOf({ width: 2, height: 2, luma: new Uint8Array(3) })).toThrow(RangeError);
  });
});

/**
 * What the reference says of one picture as it stands, retouched, and as a file that was turned or mirrored.
 * Source: ThreatExchange, `pdq/data/bridge-mods`, as the tests of its C++ and Java have them.
 */
describe("the reference's own hashes of one picture", () => {
  const bridge = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  it.each([
    ["upside down", "f8f80f31e0f417b20e37f5cd028f980fb36ed02a9662c1e233e64c634e9c64dd"],
    ["in the mirror", "0dad2599b1a1bd1a5362576742da32a5e63b7380c2374b4866b366c91bc9ce77"],
    ["turned half round", "adad5a64b5a142e75b62a09857da895ae63b847fc23794b766b319361bc93188"],
    ["turned a quarter", "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af"],
    ["turned three quarters", "a5f0a457a48995e8c9065c275aaa5498b61ba4bdf8fcf80387c32f8b1bfc4f05"],
    ["over its diagonal", "f0a5e102f1ccc0bd945308720fff038de34ef1e8ada9a956d2967ade5ea91a50"],
    ["over its other diagonal", "a5f05aa8a4896a17c906a2d85aaaab07b61b5b42f8fc07fc87c3d0741bfcb0fa"],
  ])("are near what turning the upright one's waves makes of them: %s", (_, published) => {
    expect(bitsApart(bridge, published)).toBeGreaterThan(90);
    const ours = turns.map((turn) => hexOf(turned(wavesOf(bridge), turn)));
    expect(Math.min(...ours.map((hash) => bitsApart(hash, published)))).toBeLessThanOrEqual(nearBits);
  });

  it("are near each other where it was only retouched", () => {
    expect(bitsApart(bridge, "d8f8f0cec0f4a84f8e370a22038f67f0b36a2ed597231e1d72e6b39c4a9c9b22")).toBe(12);
  });
});

/** Waves of strength one whose signs are a hash's bits. */
function wavesOf(hash: string): Float64Array {
  const rows = hash.match(/.{4}/g)?.reverse() ?? [];
  return Float64Array.from(
    rows.flatMap((row) => Array.from({ length: 16 }, (_, at) => ((Number.parseInt(row, 16) >> at) & 1) * 2 - 1)),
  );
}

function hexOf(waves: Float64Array): string {
  const rows = Array.from({ length: 16 }, (_, row) =>
    waves.slice(row * 16, row * 16 + 16).reduce((word, wave, at) => (wave > 0 ? word | (1 << at) : word), 0),
  );
  return rows
    .reverse()
    .map((word) => word.toString(16).padStart(4, "0"))
    .join("");
}
