const stlHeaderBytes = 80;
const stlTriangleBytes = 50;

/** Whether bytes are a binary STL: an 80-byte header, a count, and exactly that many triangles of 50 bytes. */
export function isStl(bytes: Uint8Array): boolean {
  if (bytes.length < stlHeaderBytes + 4 + stlTriangleBytes) return false;
  const triangles = new DataView(bytes.buffer, bytes.byteOffset).getUint32(stlHeaderBytes, true);
  return bytes.length === stlHeaderBytes + 4 + triangles * stlTriangleBytes;
}

/** Statements of Wavefront OBJ that a mesh of ours may hold. */
const statement = /^(?:#.*|(?:v|vn|vt|vp|f|l|p|s|g|o|usemtl)\s.*|mtllib\s+[\w.-]+)?$/;

/** Whether bytes are an OBJ mesh: plain text, only its statements, with vertices and faces, and no path or address. */
export function isObj(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
  if (!lines.every((line) => statement.test(line.trim()))) return false;
  return lines.some((line) => line.startsWith("v ")) && lines.some((line) => line.startsWith("f "));
}
