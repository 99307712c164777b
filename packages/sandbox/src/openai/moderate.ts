import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type FaultOf, faultsOf } from "../faults/fault-catalogue.ts";
import { fieldsOf, textOf } from "../record.ts";
import type { World } from "../world.ts";
import { refuse } from "./answers.ts";
import { categoriesOf, type ModerationCategory, moderationCategories, moderationResult } from "./moderate-text.ts";

/** Every switch of the moderation; the others are of what makes something. */
const moderationFaults = faultsOf("openai").filter((fault) => fault.startsWith("moderation:"));

/** `POST /v1/moderations` (https://platform.openai.com/docs/api-reference/moderations). */
export async function moderate(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { input, model } = fieldsOf(request.body);
  const texts = readTexts(input);
  if (!texts) {
    return refuse(reply, 400, {
      type: "invalid_request_error",
      code: null,
      message: "Missing required parameter: 'input'.",
    });
  }
  const faults = world.faults.take("openai", moderationFaults, texts.join("\n"));
  if (faults.has("moderation:timeout"))
    await world.background.sleep(2 ** 31 - 1).catch(() => request.raw.socket.destroy());
  if (faults.has("moderation:error")) {
    return refuse(reply, 500, {
      type: "server_error",
      code: null,
      message: "The server had an error while processing your request.",
    });
  }
  if (faults.has("moderation:429")) {
    return refuse(reply.header("retry-after", "1"), 429, {
      type: "requests",
      code: "rate_limit_exceeded",
      message: "Rate limit reached.",
    });
  }
  const results = texts.map((text) => moderationResult(judge(text, faults)));
  return reply.send({ id: `modr-${randomUUID()}`, model: textOf(model) ?? "omni-moderation-latest", results });
}

function judge(text: string, faults: Set<FaultOf<"openai">>): Set<ModerationCategory> {
  if (faults.has("moderation:off")) return new Set();
  const asked = moderationCategories.filter((category) => faults.has(`moderation:${category}`));
  return new Set([...categoriesOf(text), ...asked]);
}

/**
 * A text is one input, a list of texts as many, and a list of parts (text and image) one together. The stand-in does
 * not look at pictures. Null when there is nothing to judge.
 */
function readTexts(input: unknown): string[] | null {
  if (typeof input === "string") return [input];
  if (!Array.isArray(input) || input.length === 0) return null;
  if (input.every((item) => typeof item === "string")) return input;
  return [input.map((part) => textOf(fieldsOf(part).text) ?? "").join("\n")];
}
