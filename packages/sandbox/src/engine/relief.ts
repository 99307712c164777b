import sharp from "sharp";
import { unit } from "./noise.ts";

/** Heights of a square grid, 0 to 1, first row on top, and the width-to-height ratio of the photo. */
export type HeightGrid = { side: number; heights: Float32Array; ratio: number };

/**
 * A closed triangle mesh in metres, y up: a plate with the photo's relief on top. Vertices are shared, so every edge
 * belongs to exactly two triangles.
 */
export type Relief = {
  positions: Float32Array;
  /** Where each vertex lies on the photo; walls and base repeat the rim's. */
  uvs: Float32Array;
  /** Outward normals, smooth on top. */
  normals: Float32Array;
  indices: Uint32Array;
};

/** Reads brightness as height. Where the rim is brighter than the middle, dark is raised, so the subject stands out. */
export async function readHeights(photo: Buffer, side: number): Promise<HeightGrid> {
  const { width, height } = await sharp(photo)
    .autoOrient()
    .toBuffer({ resolveWithObject: true })
    .then(({ info }) => info);
  const grey = await sharp(photo)
    .autoOrient()
    .flatten({ background: "#fff" })
    .resize(side, side, { fit: "fill" })
    .blur(Math.max(0.6, side / 110))
    .greyscale()
    .normalise()
    .raw()
    .toBuffer();
  const inverted = rimMean(grey, side) > middleMean(grey, side);
  const heights = Float32Array.from(grey, (value) => unit(inverted ? 1 - value / 255 : value / 255));
  return { side, heights, ratio: width / height };
}

function rimMean(grey: Buffer, side: number): number {
  return mean(grey, side, (x, y) => x === 0 || y === 0 || x === side - 1 || y === side - 1);
}

function middleMean(grey: Buffer, side: number): number {
  const quarter = side / 4;
  return mean(grey, side, (x, y) => x > quarter && x < side - quarter && y > quarter && y < side - quarter);
}

function mean(grey: Buffer, side: number, counts: (x: number, y: number) => boolean): number {
  let sum = 0;
  let seen = 0;
  for (let at = 0; at < side * side; at += 1) {
    if (!counts(at % side, Math.floor(at / side))) continue;
    sum += grey[at] ?? 0;
    seen += 1;
  }
  return sum / seen;
}
