import { faceNormal } from "./build-relief.ts";
import type { Relief } from "./relief.ts";

/** Binary STL: 80 bytes of header, a count, then 50 bytes a triangle (normal, three corners, two spare bytes). */
export function writeStl({ positions, indices }: Relief): Buffer {
  const triangles = indices.length / 3;
  const file = Buffer.alloc(84 + triangles * 50);
  file.write("local preview: relief of a photo", 0, "latin1");
  file.writeUInt32LE(triangles, 80);
  const view = new DataView(file.buffer, file.byteOffset, file.length); // Half the time of Buffer's own writers.
  for (let triangle = 0; triangle < triangles; triangle += 1) {
    const corners = [
      indices[triangle * 3] ?? 0,
      indices[triangle * 3 + 1] ?? 0,
      indices[triangle * 3 + 2] ?? 0,
    ] as const;
    const at = 84 + triangle * 50;
    const [x, y, z] = faceNormal(positions, corners);
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    view.setFloat32(at, x / length, true);
    view.setFloat32(at + 4, y / length, true);
    view.setFloat32(at + 8, z / length, true);
    corners.forEach((corner, place) => {
      for (let axis = 0; axis < 3; axis += 1) {
        view.setFloat32(at + 12 + place * 12 + axis * 4, positions[corner * 3 + axis] ?? 0, true);
      }
    });
  }
  return file;
}
