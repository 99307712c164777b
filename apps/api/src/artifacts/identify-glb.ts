import { identifyImage } from "./identify-image.ts";

const glTF = 0x46546c67;
const jsonChunk = 0x4e4f534a;
const binaryChunk = 0x004e4942;
const jsonBytesAtMost = 5 * 1024 * 1024;
const depthAtMost = 64;
const imagesAtMost = 64;

type Slice = { byteOffset?: number; byteLength?: number };
type Scene = {
  asset?: { version?: unknown };
  buffers?: Slice[];
  bufferViews?: Slice[];
  images?: { bufferView?: number }[];
};

/**
 * Whether bytes are a self-contained binary glTF 2.0 (Khronos glTF 2.0, §4.4): the header's length is the file's, the
 * chunks fill it, nothing in the JSON points outside the file, and every image inside is one.
 */
export async function isGlb(bytes: Uint8Array): Promise<boolean> {
  const chunks = readChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (chunks === null) return false;
  const scene = parseScene(chunks.json);
  if (scene === null || scene.asset?.version !== "2.0" || pointsOutside(scene)) return false;
  return holdsItsViews(scene, chunks.binary) && holdsImages(scene, chunks.binary);
}

/** The JSON chunk and the binary one, if there is one; null when the lengths do not add up. */
function readChunks(file: Buffer): { json: Buffer; binary: Buffer } | null {
  if (file.length < 20 || file.readUInt32LE(0) !== glTF || file.readUInt32LE(4) !== 2) return null;
  if (file.readUInt32LE(8) !== file.length) return null;
  const chunks: { type: number; content: Buffer }[] = [];
  for (let at = 12; at < file.length; ) {
    if (at + 8 > file.length) return null;
    const end = at + 8 + file.readUInt32LE(at);
    if (end > file.length) return null;
    chunks.push({ type: file.readUInt32LE(at + 4), content: file.subarray(at + 8, end) });
    at = end;
  }
  const [json, binary] = chunks;
  if (json?.type !== jsonChunk || json.content.length > jsonBytesAtMost) return null;
  return { json: json.content, binary: binary?.type === binaryChunk ? binary.content : Buffer.alloc(0) };
}

function parseScene(json: Buffer): Scene | null {
  try {
    const scene: unknown = JSON.parse(json.toString("utf8"));
    return typeof scene === "object" && scene !== null ? scene : null;
  } catch {
    return null;
  }
}

/** A viewer would fetch any address in the file for whoever put it there, so there is none; nor is it too deep to walk. */
function pointsOutside(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth > depthAtMost) return true;
  return Object.entries(value).some(([name, inner]) =>
    name === "uri" ? typeof inner !== "string" || !inner.startsWith("data:") : pointsOutside(inner, depth + 1),
  );
}

function holdsItsViews({ buffers = [], bufferViews = [] }: Scene, binary: Buffer): boolean {
  if (!Array.isArray(buffers) || !Array.isArray(bufferViews)) return false;
  const most = buffers.reduce((sum, buffer) => sum + (buffer?.byteLength ?? 0), 0);
  const embedded = buffers[0] !== undefined && !("uri" in buffers[0]) ? (buffers[0].byteLength ?? 0) : 0;
  const fits = ({ byteOffset = 0, byteLength = 0 }: Slice) => byteOffset >= 0 && byteOffset + byteLength <= most;
  return embedded <= binary.length && bufferViews.every((view) => fits(view ?? {}));
}

async function holdsImages({ images = [], bufferViews = [] }: Scene, binary: Buffer): Promise<boolean> {
  if (!Array.isArray(images) || images.length > imagesAtMost) return false;
  for (const { bufferView } of images) {
    if (bufferView === undefined) continue;
    const { byteOffset = 0, byteLength = 0 } = bufferViews[bufferView] ?? {};
    if ((await identifyImage(binary.subarray(byteOffset, byteOffset + byteLength))) === null) return false;
  }
  return true;
}
