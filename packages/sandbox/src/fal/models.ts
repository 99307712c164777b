import { cutOut } from "../engine/cut-out.ts";
import { drawBlack, drawPicture, type PictureRequest } from "../engine/draw-picture.ts";
import { modelPhoto } from "../engine/model-photo.ts";
import { digestOf } from "../engine/seed.ts";
import { type Fields, integerOf, textOf } from "../record.ts";
import type { FalFile, FileShelf } from "./files.ts";
import { type PictureSize, readPictureSize } from "./picture-size.ts";
import { readInputPicture } from "./read-picture.ts";
import { modelError, type Run, type RunResult } from "./run.ts";

/** Does the work of one endpoint: input in, fal's answer out. */
export type Model = (run: Run, shelf: FileShelf) => Promise<RunResult>;

/** From this many polygons on, the relief is built on the finer grid. Meshy's own default is 30,000. */
const fineFromPolygons = 50_000;

/** The endpoints on offer, by full id. */
export const models: Readonly<Record<string, Model>> = {
  "fal-ai/z-image/turbo": drawPictures({ defaultSize: { width: 1024, height: 768 } }),
  "fal-ai/nano-banana-2": drawPictures({ extra: { description: "" } }),
  "fal-ai/nano-banana-2.1": drawPictures({ extra: { description: "" } }),
  "openai/gpt-image-2": drawPictures({}),
  "fal-ai/bytedance/seedream/v4.5/text-to-image": drawPictures({ defaultSize: { width: 2048, height: 2048 } }),
  "fal-ai/meshy/v6/image-to-3d": modelFromPhoto,
  "fal-ai/bria/background/remove": removeBackground,
};

const pictureTypes = { png: "image/png", jpeg: "image/jpeg", webp: "image/webp" } as const;

function drawPictures({ defaultSize, extra }: { defaultSize?: PictureSize; extra?: Fields }): Model {
  return async (run, shelf) => {
    const prompt = textOf(run.input.prompt);
    if (prompt === undefined) return modelError("missing", "Field required", "prompt", run.input.prompt ?? null);
    const asksSize = run.input.image_size !== undefined || run.input.aspect_ratio !== undefined;
    const size = asksSize || !defaultSize ? readPictureSize(run.input) : defaultSize;
    if (!size) return modelError("value_error", "Unsupported image size", "image_size", "<image_size>");
    const count = integerOf(run.input.num_images) ?? 1;
    if (count < 1) return modelError("greater_than_equal", "Input should be at least 1", "num_images", count);
    if (count > 4) return modelError("less_than_equal", "Input should be at most 4", "num_images", count);
    const seed = integerOf(run.input.seed) ?? Number.parseInt(digestOf(prompt).slice(0, 7), 16);
    const request = { prompt, ...size, seed, format: formatOf(run.input.output_format) };
    return {
      kind: "output",
      billableUnits: count,
      body: { ...(await picturesOf(run, shelf, request, count)), ...extra },
    };
  };
}

async function picturesOf(run: Run, shelf: FileShelf, request: PictureRequest, count: number): Promise<Fields> {
  const isRefused = run.faults.has("refuse-output");
  const images: (FalFile & PictureSize)[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = isRefused ? await drawBlack(request) : await drawPicture({ ...request, seed: request.seed + index });
    const name = `${index}.${request.format}`;
    const file = shelf.keep(run, { name, contentType: pictureTypes[request.format], bytes });
    images.push({ ...file, width: request.width, height: request.height });
  }
  const flags = images.map(() => isRefused);
  return { images, timings: { inference: 1.2 }, seed: request.seed, has_nsfw_concepts: flags, prompt: request.prompt };
}

function formatOf(value: unknown): PictureRequest["format"] {
  return value === "jpeg" || value === "webp" ? value : "png";
}

async function modelFromPhoto(run: Run, shelf: FileShelf): Promise<RunResult> {
  const picture = await readInputPicture(shelf, run.input.image_url);
  if (!picture.ok) return picture.error;
  const polygons = integerOf(run.input.target_polycount) ?? 30_000;
  const made = await modelPhoto(picture.bytes, polygons >= fineFromPolygons ? 256 : 64);
  const glb = shelf.keep(run, { name: "model.glb", contentType: "model/gltf-binary", bytes: made.glb });
  const stl = shelf.keep(run, { name: "model.stl", contentType: "model/stl", bytes: made.stl });
  const obj = shelf.keep(run, { name: "model.obj", contentType: "model/obj", bytes: made.obj });
  const seed = integerOf(run.input.seed) ?? 0;
  return { kind: "output", billableUnits: 1, body: { model_glb: glb, model_urls: { glb, obj, stl }, seed } };
}

async function removeBackground(run: Run, shelf: FileShelf): Promise<RunResult> {
  const picture = await readInputPicture(shelf, run.input.image_url);
  if (!picture.ok) return picture.error;
  const { png, width, height } = await cutOut(picture.bytes);
  const image = shelf.keep(run, { name: "cut-out.png", contentType: "image/png", bytes: png });
  return { kind: "output", billableUnits: 1, body: { image: { ...image, width, height } } };
}
