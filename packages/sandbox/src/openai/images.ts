import type { FastifyReply, FastifyRequest } from "fastify";
import sharp from "sharp";
import { chop } from "../engine/chop.ts";
import { drawPicture, type PictureRequest } from "../engine/draw-picture.ts";
import { restylePicture } from "../engine/restyle-picture.ts";
import { digestOf } from "../engine/seed.ts";
import { type Fields, fieldsOf, integerOf, isFields, textOf } from "../record.ts";
import type { World } from "../world.ts";
import { meetFault, type OpenaiFault, refuse, sendWork, workFaults } from "./answers.ts";

const workMilliseconds = 1_500;
const largestFile = 50_000_000;

/**
 * `POST /v1/images/generations` and `/v1/images/edits`: bytes in base64, with the tokens that are billed. An edit shows
 * the first picture in the colours of the words.
 * Source: openai/openai-openapi `CreateImageRequest`, `CreateImageEditRequest`, `ImagesResponse`.
 */
export async function makeImages(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const input = fieldsOf(request.body);
  const faults = world.faults.take("openai", workFaults, textOf(input.prompt));
  if (await meetFault(world, faults, request, reply)) return reply;
  const wanted = read(input);
  if (!wanted.ok) return refuse(reply, 400, { type: "invalid_request_error", ...wanted });
  const files = filesIn(input);
  const problem = request.url.includes("/edits") ? await problemOf(files) : null;
  if (problem !== null) return refuse(reply, 400, { type: "invalid_request_error", ...problem, param: "image" });
  await world.background.sleep(world.pace(workMilliseconds * (faults.has("slow") ? 10 : 1)));
  return sendWork(faults, request, reply, await answerOf({ ...wanted, photo: files[0], faults }));
}

type Wanted = { picture: Omit<PictureRequest, "seed">; count: number; quality: string };

function read(input: Fields): ({ ok: true } & Wanted) | { ok: false; code: string; message: string; param: string } {
  const no = (param: string, message: string, code = "invalid_value") => ({ ok: false, code, message, param }) as const;
  const prompt = textOf(input.prompt);
  if (prompt === undefined) return no("prompt", "Missing required parameter: 'prompt'.", "missing_required_parameter");
  if (textOf(input.model) === undefined) return no("model", "This stand-in has no dall-e-2 to fall back to.");
  if (input.response_format !== undefined) return no("response_format", "Unknown parameter.", "unknown_parameter");
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(textOf(input.size) ?? "1024x1024") ?? [];
  const size = { width: Number(width), height: Number(height) };
  if (!Object.values(size).every((side) => side >= 256 && side <= 3840 && side % 16 === 0)) {
    return no("size", "Invalid value: width and height must be divisible by 16.");
  }
  const count = integerOf(input.n) ?? 1;
  if (count < 1 || count > 10) return no("n", "Invalid value: must be between 1 and 10.");
  const told = textOf(input.output_format);
  const format = told === "jpeg" || told === "webp" ? told : "png";
  return { ok: true, picture: { prompt, ...size, format }, count, quality: textOf(input.quality) ?? "high" };
}

/** What the models charge for a picture of 1024 × 1024 pixels, in output tokens. */
const tokensOf: Readonly<Record<string, number>> = { low: 200, medium: 1_767, high: 7_033 };

type Work = Wanted & { photo: Buffer | undefined; faults: ReadonlySet<OpenaiFault> };

async function answerOf({ picture, count, quality, photo, faults }: Work): Promise<Fields> {
  const data: Fields[] = [];
  const seed = Number.parseInt(digestOf(picture.prompt).slice(0, 7), 16);
  for (let index = 0; index < (faults.has("no-media") ? 0 : count); index += 1) {
    const bytes = await (photo ? restylePicture(photo, picture) : drawPicture({ ...picture, seed: seed + index }));
    data.push({ b64_json: (faults.has("corrupt") ? chop(bytes) : bytes).toString("base64") });
  }
  const { width, height, format, prompt } = picture;
  const area = (width * height) / 1024 ** 2;
  const output = Math.round((tokensOf[quality] ?? 1_767) * area * count) * (faults.has("costly") ? 10 : 1);
  const text = Math.ceil(prompt.length / 4);
  return {
    created: Math.floor(Date.now() / 1000),
    data,
    background: "opaque",
    output_format: format,
    size: `${width}x${height}`,
    quality,
    usage: {
      total_tokens: text + output,
      input_tokens: text,
      output_tokens: output,
      input_tokens_details: { text_tokens: text, image_tokens: 0 },
    },
  };
}

function filesIn(input: Fields): Buffer[] {
  const files = [input["image[]"], input.image].filter(isFields);
  return files.flatMap(({ bytes }) => (Buffer.isBuffer(bytes) ? [bytes] : []));
}

async function problemOf(files: readonly Buffer[]): Promise<{ code: string; message: string } | null> {
  if (files.some(({ length }) => length >= largestFile)) {
    return { code: "image_too_large", message: "Image files must be smaller than 50 MB." };
  }
  if (await areImages(files)) return null;
  return { code: "invalid_image_format", message: "Invalid image file or mode for image edit." };
}

async function areImages(files: readonly Buffer[]): Promise<boolean> {
  const read = await Promise.all(
    files.map((file) =>
      sharp(file)
        .metadata()
        .catch(() => null),
    ),
  );
  return read.length > 0 && read.every((metadata) => metadata !== null);
}
