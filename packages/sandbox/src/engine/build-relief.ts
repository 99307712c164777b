import type { HeightGrid, Relief } from "./relief.ts";

const baseThickness = 0.06;
const reliefHeight = 0.22;

/**
 * Builds the closed mesh: the grid on top, a wall of two triangles per rim edge, and a fan of rim edges around one
 * centre as the base. With n vertices a side that is 2(n-1)² + 12(n-1) triangles.
 */
export function buildRelief(grid: HeightGrid): Relief {
  const { side } = grid;
  const rim = rimOf(side);
  const vertices = side * side + rim.length + 1;
  const relief: Relief = {
    positions: new Float32Array(vertices * 3),
    uvs: new Float32Array(vertices * 2),
    normals: new Float32Array(vertices * 3),
    indices: new Uint32Array(3 * (2 * (side - 1) ** 2 + 3 * rim.length)),
  };
  placeTop(relief, grid);
  placeBase(relief, side, rim);
  joinTriangles(relief.indices, side, rim);
  addNormals(relief);
  return relief;
}

/** Grid indices along the edge, once around, clockwise seen from above. */
function rimOf(side: number): number[] {
  const last = side - 1;
  const steps = Array.from({ length: last }, (_, step) => step);
  return [
    ...steps.map((step) => step),
    ...steps.map((step) => step * side + last),
    ...steps.map((step) => last * side + last - step),
    ...steps.map((step) => (last - step) * side),
  ];
}

function placeTop({ positions, uvs }: Relief, { side, heights, ratio }: HeightGrid): void {
  const width = ratio >= 1 ? 1 : ratio;
  const depth = ratio >= 1 ? 1 / ratio : 1;
  for (let at = 0; at < side * side; at += 1) {
    const across = (at % side) / (side - 1);
    const down = Math.floor(at / side) / (side - 1);
    const rise = baseThickness + (heights[at] ?? 0) * reliefHeight;
    positions.set([(across - 0.5) * width, rise, (down - 0.5) * depth], at * 3);
    uvs.set([across, down], at * 2);
  }
}

function placeBase({ positions, uvs }: Relief, side: number, rim: number[]): void {
  const first = side * side;
  rim.forEach((top, step) => {
    positions.set([positions[top * 3] ?? 0, 0, positions[top * 3 + 2] ?? 0], (first + step) * 3);
    uvs.set([uvs[top * 2] ?? 0, uvs[top * 2 + 1] ?? 0], (first + step) * 2);
  });
  uvs.set([0.5, 0.5], (first + rim.length) * 2);
}

function joinTriangles(indices: Uint32Array, side: number, rim: number[]): void {
  let at = 0;
  const add = (a: number, b: number, c: number) => {
    indices[at] = a;
    indices[at + 1] = b;
    indices[at + 2] = c;
    at += 3;
  };
  for (let y = 0; y < side - 1; y += 1) {
    for (let x = 0; x < side - 1; x += 1) {
      const corner = y * side + x;
      add(corner, corner + side, corner + 1);
      add(corner + 1, corner + side, corner + side + 1);
    }
  }
  const base = side * side;
  const centre = base + rim.length;
  rim.forEach((top, step) => {
    const following = (step + 1) % rim.length;
    const nextTop = rim[following] ?? 0;
    add(top, nextTop, base + step);
    add(nextTop, base + following, base + step);
    add(base + step, base + following, centre);
  });
}

/** Area-weighted: each triangle adds its cross product to its corners. */
function addNormals({ positions, normals, indices }: Relief): void {
  for (let at = 0; at < indices.length; at += 3) {
    const corners = [indices[at] ?? 0, indices[at + 1] ?? 0, indices[at + 2] ?? 0] as const;
    const across = faceNormal(positions, corners);
    for (const corner of corners) {
      for (let axis = 0; axis < 3; axis += 1) {
        normals[corner * 3 + axis] = (normals[corner * 3 + axis] ?? 0) + (across[axis] ?? 0);
      }
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const [x, y, z] = [normals[at] ?? 0, normals[at + 1] ?? 0, normals[at + 2] ?? 0];
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    normals.set([x / length, y / length, z / length], at);
  }
}

/** The cross product of two edges of a triangle; its length is twice the area. */
export function faceNormal(
  positions: Float32Array,
  [a, b, c]: readonly [number, number, number],
): [number, number, number] {
  const at = (vertex: number, axis: number) => positions[vertex * 3 + axis] ?? 0;
  const u = [at(b, 0) - at(a, 0), at(b, 1) - at(a, 1), at(b, 2) - at(a, 2)] as const;
  const v = [at(c, 0) - at(a, 0), at(c, 1) - at(a, 1), at(c, 2) - at(a, 2)] as const;
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}
