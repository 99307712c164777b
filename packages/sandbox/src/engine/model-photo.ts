import { buildRelief } from "./build-relief.ts";
import { readHeights } from "./relief.ts";
import { readTexture, writeGlb } from "./write-glb.ts";
import { writeObj } from "./write-obj.ts";
import { writeStl } from "./write-stl.ts";

/** One mesh in three formats. */
export type ModelFiles = { glb: Buffer; stl: Buffer; obj: Buffer; triangles: number };

/** Vertices a side: 64 gives some 8,700 triangles, 256 some 133,000. */
export type ReliefSide = 64 | 256;

/** Turns a photo into a watertight relief. Rejects when the bytes are no picture that sharp can read. */
export async function modelPhoto(photo: Buffer, side: ReliefSide): Promise<ModelFiles> {
  const [grid, texture] = await Promise.all([readHeights(photo, side), readTexture(photo)]);
  const relief = buildRelief(grid);
  const glb = await writeGlb(relief, texture);
  return { glb, stl: writeStl(relief), obj: writeObj(relief), triangles: relief.indices.length / 3 };
}
