import { cutOut } from "../engine/cut-out.ts";
import { drawBlack, drawPicture, type PictureRequest } from "../engine/draw-picture.ts";
import { markPicture } from "../engine/mark-picture.ts";
import { modelPhoto } from "../engine/model-photo.ts";
import { restylePicture } from "../engine/restyle-picture.ts";
import { digestOf } from "../engine/seed.ts";
import { type Fields, integerOf, textOf } from "../record.ts";
import type { FileShelf } from "../shelf/file-shelf.ts";
import { filmPicture, filmWords, speak } from "./film-and-speech.ts";
import { type FalFile, keepFile } from "./keep-file.ts";
import { type PictureSize, readPictureSize } from "./picture-size.ts";
import { readInputPicture } from "./read-picture.ts";
import { type Model, modelError, type Run, type RunResult } from "./run.ts";

/** From this many polygons on, the relief is built on the finer grid. Meshy's own default is 30,000. */
const fineFromPolygons = 50_000;

/** The endpoints on offer, by full id. */
export const models: Readonly<Record<string, Model>> = {
  "fal-ai/z-image/turbo": drawPictures({ defaultSize: { width: 1024, height: 768 } }),
  "fal-ai/z-image/turbo/image-to-image": restylePictures("image_url"),
  "fal-ai/nano-banana-2": drawPictures({ extra: { description: "" } }),
  "fal-ai/nano-banana-2/edit": restylePictures("image_urls"),
  "fal-ai/nano-banana-2.1": drawPictures({ extra: { description: "" } }),
  "fal-ai/nano-banana-2.1/edit": restylePictures("image_urls"),
  "openai/gpt-image-2": drawPictures({}),
  "openai/gpt-image-2/edit": restylePictures("image_urls"),
  "fal-ai/bytedance/seedream/v4.5/text-to-image": drawPictures({ defaultSize: { width: 2048, height: 2048 } }),
  "fal-ai/bytedance/seedream/v4.5/edit": restylePictures("image_urls"),
  "fal-ai/meshy/v6/image-to-3d": modelFromPhoto,
  "fal-ai/bria/background/remove": removeBackground,
  "fal-ai/veo3.1/fast": filmWords,
  "fal-ai/kling-video/v3/pro/image-to-video": filmPicture("start_image_url"),
  "fal-ai/elevenlabs/tts/eleven-v3": speak,
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

async function picturesOf(run: Run, shelf: FileShelf, request: PictureRequest, asked: number): Promise<Fields> {
  const count = run.faults.has("refuse-one") ? asked + 1 : asked;
  const isRefused = (index: number) =>
    run.faults.has("refuse-output") ||
    run.faults.has("refuse-flag") ||
    run.faults.has("black") ||
    (run.faults.has("refuse-one") && index === asked);
  const images: (FalFile & PictureSize)[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = isRefused(index)
      ? await drawBlack(request)
      : await drawMarked(run, { ...request, seed: request.seed + index });
    const name = `${index}.${request.format}`;
    const file = keepFile(shelf, run, { name, contentType: pictureTypes[request.format], bytes });
    images.push({ ...file, width: request.width, height: request.height });
  }
  const flags = images.map((_, index) => isRefused(index) && !run.faults.has("black"));
  // Some endpoints flag each picture, some all at once and in another word.
  const mark = run.faults.has("refuse-flag") ? { nsfw_content_detected: true } : { has_nsfw_concepts: flags };
  return { images, timings: { inference: 1.2 }, seed: request.seed, ...mark, prompt: request.prompt };
}

async function drawMarked(run: Run, request: PictureRequest): Promise<Buffer> {
  const picture = await drawPicture(request);
  const mark = (["magenta", "crimson", "cyan"] as const).find((name) => run.faults.has(name));
  return mark === undefined ? picture : markPicture(picture, mark);
}

/** Makes one picture of the first that was given, which comes alone or in a list. */
function restylePictures(field: string): Model {
  return async (run, shelf) => {
    const prompt = textOf(run.input.prompt);
    if (prompt === undefined) return modelError("missing", "Field required", "prompt", run.input.prompt ?? null);
    const given = run.input[field];
    const picture = await readInputPicture(shelf, Array.isArray(given) ? given[0] : given);
    if (!picture.ok) return picture.error;
    const size = readPictureSize(run.input);
    if (!size) return modelError("value_error", "Unsupported image size", "image_size", "<image_size>");
    const format = formatOf(run.input.output_format);
    const isRefused = run.faults.has("refuse-output");
    const request = { prompt, ...size, format };
    const bytes = await (isRefused ? drawBlack(request) : restylePicture(picture.bytes, request));
    const file = keepFile(shelf, run, { name: `0.${format}`, contentType: pictureTypes[format], bytes });
    const body = { images: [{ ...file, ...size }], seed: 0, has_nsfw_concepts: [isRefused], prompt };
    return { kind: "output", billableUnits: 1, body };
  };
}

function formatOf(value: unknown): PictureRequest["format"] {
  return value === "jpeg" || value === "webp" ? value : "png";
}

async function modelFromPhoto(run: Run, shelf: FileShelf): Promise<RunResult> {
  const picture = await readInputPicture(shelf, run.input.image_url);
  if (!picture.ok) return picture.error;
  const polygons = integerOf(run.input.target_polycount) ?? 30_000;
  const made = await modelPhoto(picture.bytes, polygons >= fineFromPolygons ? 256 : 64);
  const glb = keepFile(shelf, run, { name: "model.glb", contentType: "model/gltf-binary", bytes: made.glb });
  const stl = keepFile(shelf, run, { name: "model.stl", contentType: "model/stl", bytes: made.stl });
  const obj = keepFile(shelf, run, { name: "model.obj", contentType: "model/obj", bytes: made.obj });
  const seed = integerOf(run.input.seed) ?? 0;
  return { kind: "output", billableUnits: 1, body: { model_glb: glb, model_urls: { glb, obj, stl }, seed } };
}

async function removeBackground(run: Run, shelf: FileShelf): Promise<RunResult> {
  const picture = await readInputPicture(shelf, run.input.image_url);
  if (!picture.ok) return picture.error;
  const { png, width, height } = await cutOut(picture.bytes);
  const image = keepFile(shelf, run, { name: "cut-out.png", contentType: "image/png", bytes: png });
  return { kind: "output", billableUnits: 1, body: { image: { ...image, width, height } } };
}
