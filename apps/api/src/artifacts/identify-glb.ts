import * as z from "zod";
import { identifyImage } from "./identify-image.ts";

const glTF = 0x46546c67;
const jsonChunk = 0x4e4f534a;
const binaryChunk = 0x004e4942;
const jsonBytesAtMost = 5 * 1024 * 1024;
const depthAtMost = 64;
const imagesAtMost = 64;

const length = z.int().min(0);

/** The few parts of a scene that say where bytes are; everything else is the viewer's. */
const sceneSchema = z.object({
  asset: z.object({ version: z.literal("2.0") }),
  buffers: z.array(z.object({ byteLength: length, uri: z.string().optional() })).default([]),
  bufferViews: z
    .array(z.object({ buffer: length.default(0), byteOffset: length.default(0), byteLength: length }))
    .default([]),
  images: z
    .array(z.object({ bufferView: length.optional() }))
    .max(imagesAtMost)
    .default([]),
});
type Scene = z.infer<typeof sceneSchema>;

/**
 * Whether bytes are a self-contained binary glTF 2.0 (Khronos glTF 2.0, §4.4): the header's length is the file's, the
 * chunks fill it, nothing in the JSON points outside the file, and every image inside is one.
 */
export async function isGlb(bytes: Uint8Array): Promise<boolean> {
  const chunks = readChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (chunks === null) return false;
  const json = parseJson(chunks.json);
  const scene = sceneSchema.safeParse(json);
  if (!scene.success || pointsOutside(json)) return false;
  return holdsItsViews(scene.data, chunks.binary) && holdsImages(scene.data, chunks.binary);
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

function parseJson(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString("utf8"));
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

function holdsItsViews({ buffers, bufferViews }: Scene, binary: Buffer): boolean {
  const [first] = buffers;
  if (first !== undefined && first.uri === undefined && first.byteLength > binary.length) return false;
  return bufferViews.every(
    ({ buffer, byteOffset, byteLength }) => byteOffset + byteLength <= (buffers[buffer]?.byteLength ?? -1),
  );
}

/** Only images in the file's own chunk are looked at; one written as a `data:` address is as inert as text. */
async function holdsImages({ images, bufferViews }: Scene, binary: Buffer): Promise<boolean> {
  for (const { bufferView } of images) {
    if (bufferView === undefined) continue;
    const view = bufferViews[bufferView];
    if (view === undefined || view.buffer !== 0) return false;
    const image = binary.subarray(view.byteOffset, view.byteOffset + view.byteLength);
    if ((await identifyImage(image)) === null) return false;
  }
  return true;
}
