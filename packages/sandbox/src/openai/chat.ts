import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Fields, fieldsOf, integerOf, isFields, textOf } from "../record.ts";
import type { World } from "../world.ts";
import { meetFault, type OpenaiFault, refuse, sendWork, workFaults } from "./answers.ts";

/**
 * `POST /v1/chat/completions`, without streaming: says back what it was told, and counts a token for four letters
 * (https://platform.openai.com/docs/api-reference/chat/create).
 */
export async function complete(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = fieldsOf(request.body);
  const messages = Array.isArray(body.messages) ? body.messages.filter(isFields) : [];
  const said = textOf(messages.findLast(({ role }) => role === "user")?.content) ?? "";
  const faults = world.faults.take("openai", workFaults, said);
  if (await meetFault(world, faults, request, reply)) return reply;
  if (said === "" || textOf(body.model) === undefined || body.stream === true) {
    const message = "A model, a user's message and no streaming are needed.";
    return refuse(reply, 400, { type: "invalid_request_error", code: "invalid_value", message, param: "messages" });
  }
  await world.background.sleep(world.pace(500));
  const heard = messages.map(({ content }) => textOf(content) ?? "").join(" ");
  return sendWork(faults, request, reply, answerOf(body, { heard, said }, faults));
}

function answerOf(
  { model, max_completion_tokens: limit }: Fields,
  { heard, said }: { heard: string; said: string },
  faults: ReadonlySet<OpenaiFault>,
): Fields {
  const words = `A local stand-in was told: ${said}`;
  const most = integerOf(limit) ?? Number.POSITIVE_INFINITY;
  const isCut = tokensOf(words) > most;
  const content = isCut ? words.slice(0, most * 4) : words;
  const prompt_tokens = tokensOf(heard);
  const completion_tokens = tokensOf(content) * (faults.has("costly") ? 10 : 1);
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1000),
    model,
    choices: faults.has("no-media")
      ? []
      : [
          {
            index: 0,
            message: { role: "assistant", content, refusal: null },
            finish_reason: isCut ? "length" : "stop",
          },
        ],
    usage: {
      prompt_tokens,
      completion_tokens,
      total_tokens: prompt_tokens + completion_tokens,
      prompt_tokens_details: { cached_tokens: 0 },
    },
  };
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
