import * as z from "zod";
import { identifyImage } from "./identify-image.ts";

const glTF = 0x46546c67;
const jsonChunk = 0x4e4f534a;
const binaryChunk = 0x004e4942;
const jsonBytesAtMost = 5 * 1024 * 1024;
const depthAtMost = 64;
const imagesAtMost = 64;

const nodesAtMost = 50_000;
/** A viewer makes room for what an accessor counts, so one without bytes behind it is a bomb. */
const accessorBytesAtMost = 400_000_000;

/** Khronos glTF 2.0, §3.6.2: how many bytes a component has, and how many components an element. */
const bytesOfComponent: Readonly<Record<number, number>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const componentsOf = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 } as const;
const accessorTypes = ["SCALAR", "VEC2", "VEC3", "VEC4", "MAT2", "MAT3", "MAT4"] as const;

/** What a file may ask a viewer to know. Compressed meshes are not among them: what they unpack to nobody has counted. */
const drawnExtensions = [
  "KHR_materials_unlit",
  "KHR_materials_pbrSpecularGlossiness",
  "KHR_mesh_quantization",
  "KHR_texture_transform",
  "EXT_texture_webp",
] as const;

const length = z.int().min(0);

/** The few parts of a scene that say where bytes are; everything else is the viewer's. */
const sceneSchema = z.object({
  asset: z.object({ version: z.literal("2.0") }),
  extensionsRequired: z.array(z.enum(drawnExtensions)).default([]),
  buffers: z
    .array(z.object({ byteLength: length }))
    .max(1)
    .default([]),
  bufferViews: z
    .array(z.object({ buffer: length.default(0), byteOffset: length.default(0), byteLength: length }))
    .default([]),
  images: z
    .array(z.object({ bufferView: length.optional() }))
    .max(imagesAtMost)
    .default([]),
  accessors: z
    .array(
      z.object({
        bufferView: length.optional(),
        byteOffset: length.default(0),
        count: length,
        componentType: z.int(),
        type: z.enum(accessorTypes),
      }),
    )
    .default([]),
  nodes: z
    .array(z.object({ children: z.array(length).default([]) }))
    .max(nodesAtMost)
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
  if (!holdsItsViews(scene.data, chunks.binary) || !countsItsBytes(scene.data) || !isForest(scene.data)) return false;
  return holdsImages(scene.data, chunks.binary);
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

/** A viewer would fetch any address in the file for whoever put it there, so there is none, `data:` neither; nor is it too deep to walk. */
function pointsOutside(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth > depthAtMost) return true;
  return Object.entries(value).some(([name, inner]) => name === "uri" || pointsOutside(inner, depth + 1));
}

function holdsItsViews({ buffers, bufferViews }: Scene, binary: Buffer): boolean {
  if ((buffers[0]?.byteLength ?? 0) > binary.length) return false;
  return bufferViews.every(
    ({ buffer, byteOffset, byteLength }) => byteOffset + byteLength <= (buffers[buffer]?.byteLength ?? -1),
  );
}

/** Whether every accessor lies within its view, and all of them together within reason. */
function countsItsBytes({ accessors, bufferViews }: Scene): boolean {
  let total = 0;
  for (const { bufferView, byteOffset, count, componentType, type } of accessors) {
    const bytes = count * (bytesOfComponent[componentType] ?? Number.POSITIVE_INFINITY) * componentsOf[type];
    total += bytes;
    if (total > accessorBytesAtMost) return false;
    if (bufferView !== undefined && byteOffset + bytes > (bufferViews[bufferView]?.byteLength ?? -1)) return false;
  }
  return true;
}

/** Whether no node has two parents or is its own ancestor, so that walking them ends (§3.5.2). */
function isForest({ nodes }: Scene): boolean {
  const parents = new Map<number, number>();
  for (const [parent, { children }] of nodes.entries()) {
    for (const child of children) {
      if (child >= nodes.length || parents.has(child)) return false;
      parents.set(child, parent);
    }
  }
  return nodes.every((_, node) => {
    let steps = 0;
    for (let at = parents.get(node); at !== undefined; at = parents.get(at)) {
      steps += 1;
      if (steps > depthAtMost) return false;
    }
    return true;
  });
}

/** Every image of the file is one, by its own bytes. */
async function holdsImages({ images, bufferViews }: Scene, binary: Buffer): Promise<boolean> {
  for (const { bufferView } of images) {
    const view = bufferViews[bufferView ?? -1];
    if (view === undefined || view.buffer !== 0) return false;
    const image = binary.subarray(view.byteOffset, view.byteOffset + view.byteLength);
    if ((await identifyImage(image)) === null) return false;
  }
  return true;
}
