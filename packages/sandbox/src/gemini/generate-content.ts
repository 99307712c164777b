import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { dropCall } from "../drop-call.ts";
import { chop } from "../engine/chop.ts";
import { drawPicture } from "../engine/draw-picture.ts";
import { restylePicture } from "../engine/restyle-picture.ts";
import { digestOf } from "../engine/seed.ts";
import { readPictureSize } from "../fal/picture-size.ts";
import { takeAny } from "../faults/fault-switches.ts";
import { type Fields, fieldsOf, isFields, textOf } from "../record.ts";
import type { World } from "../world.ts";
import { type GeminiFault, meetFault, refuse } from "./answers.ts";

const workMilliseconds = 1_500;
/** All of a request with its pictures inside. */
const largestRequest = 20_000_000;
/** What Google counts for an image of 1K. */
const imageTokens = 1_120;

/** `POST /v1beta/models/{model}:generateContent`, images only (https://ai.google.dev/api/generate-content). */
export async function generateContent(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (Number(request.headers["content-length"] ?? 0) > largestRequest) return refuse(reply, 400, "INVALID_ARGUMENT");
  const { prompt, photo, config } = read(fieldsOf(request.body));
  const faults = takeAny(world.faults, "gemini", prompt);
  if (await meetFault(world, faults, request, reply)) return reply;
  const { aspectRatio, imageSize } = fieldsOf(config.imageConfig);
  const size = readPictureSize({ aspect_ratio: aspectRatio, resolution: imageSize });
  const wantsImages = Array.isArray(config.responseModalities) && config.responseModalities.includes("IMAGE");
  if (prompt === "" || size === null || !wantsImages) return refuse(reply, 400, "INVALID_ARGUMENT");
  await world.background.sleep(world.pace(workMilliseconds * (faults.has("slow") ? 10 : 1)));
  const seed = Number.parseInt(digestOf(prompt).slice(0, 7), 16);
  const picture = { prompt, ...size, format: "png" } as const;
  const bytes = await (photo ? restylePicture(photo, picture) : drawPicture({ ...picture, seed }));
  if (faults.has("lost-submit")) return dropCall(request, reply);
  return reply.send(answerOf(bytes, prompt, faults));
}

function read({ contents, generationConfig }: Fields): { prompt: string; photo: Buffer | undefined; config: Fields } {
  const turns = Array.isArray(contents) ? contents.filter(isFields) : [];
  const parts = turns.flatMap(({ parts }) => (Array.isArray(parts) ? parts.filter(isFields) : []));
  const data = parts.map(({ inlineData }) => textOf(fieldsOf(inlineData).data)).find((text) => text !== undefined);
  return {
    prompt: parts.map(({ text }) => textOf(text) ?? "").join(""),
    photo: data === undefined ? undefined : Buffer.from(data, "base64"),
    config: fieldsOf(generationConfig),
  };
}

function answerOf(bytes: Buffer, prompt: string, faults: ReadonlySet<GeminiFault>): Fields {
  const data = (faults.has("corrupt") ? chop(bytes) : bytes).toString("base64");
  const parts = [
    { thought: true, inlineData: { mimeType: "image/png", data: "ZHJhZnQ=" } },
    { inlineData: { mimeType: "image/png", data } },
  ];
  const made = { content: { role: "model", parts }, finishReason: "STOP", index: 0 };
  const withheld = { content: { role: "model" }, finishReason: "IMAGE_SAFETY", index: 1 };
  const promptTokenCount = Math.ceil(prompt.length / 4);
  const candidatesTokenCount = imageTokens * (faults.has("costly") ? 10 : 1);
  return {
    candidates: faults.has("refuse-one") ? [made, withheld] : [made],
    usageMetadata: {
      promptTokenCount,
      candidatesTokenCount,
      totalTokenCount: promptTokenCount + candidatesTokenCount,
      candidatesTokensDetails: [{ modality: "IMAGE", tokenCount: candidatesTokenCount }],
    },
    modelVersion: "sandbox",
    responseId: randomUUID(),
  };
}
