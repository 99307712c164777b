import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { World } from "../world.ts";
import { refuse } from "./answers.ts";
import { complete } from "./chat.ts";
import { makeImages } from "./images.ts";
import { moderate } from "./moderate.ts";
import { makeSpeech } from "./speech.ts";

/** OpenAI's API under `/openai` (https://platform.openai.com/docs/api-reference). */
export function serveOpenai(server: FastifyInstance, world: World): void {
  server.register(async (api) => {
    api.addHook("onRequest", refuseWithoutKey);
    api.post("/openai/v1/moderations", (request, reply) => moderate(world, request, reply));
    api.post("/openai/v1/images/generations", (request, reply) => makeImages(world, request, reply));
    api.post("/openai/v1/audio/speech", (request, reply) => makeSpeech(world, request, reply));
    api.post("/openai/v1/chat/completions", (request, reply) => complete(world, request, reply));
    api.post("/openai/v1/images/edits", (request, reply) => makeImages(world, request, reply));
  });
}

async function refuseWithoutKey(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header("x-request-id", `req_${randomUUID().replaceAll("-", "")}`);
  if (/^Bearer sk-\S+$/.test(request.headers.authorization ?? "")) return;
  await refuse(reply, 401, {
    type: "invalid_request_error",
    code: "invalid_api_key",
    message: "Incorrect API key provided.",
  });
}
