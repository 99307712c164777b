import { faceNormal } from "./build-relief.ts";
import type { Relief } from "./relief.ts";

/** Binary STL: 80 bytes of header, a count, then 50 bytes a triangle (normal, three corners, two spare bytes). */
export function writeStl({ positions, indices }: Relief): Buffer {
  const triangles = indices.length / 3;
  const file = Buffer.alloc(84 + triangles * 50);
  file.write("local preview: relief of a photo", 0, "latin1");
  file.writeUInt32LE(triangles, 80);
  for (let triangle = 0; triangle < triangles; triangle += 1) {
    const corners = [
      indices[triangle * 3] ?? 0,
      indices[triangle * 3 + 1] ?? 0,
      indices[triangle * 3 + 2] ?? 0,
    ] as const;
    let at = 84 + triangle * 50;
    const [x, y, z] = faceNormal(positions, corners);
    const length = Math.hypot(x, y, z) || 1;
    for (const part of [x, y, z]) at = file.writeFloatLE(part / length, at);
    for (const corner of corners) {
      for (let axis = 0; axis < 3; axis += 1) at = file.writeFloatLE(positions[corner * 3 + axis] ?? 0, at);
    }
  }
  return file;
}
