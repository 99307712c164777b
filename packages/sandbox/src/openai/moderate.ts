import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Mark, readMark } from "../engine/mark-picture.ts";
import { type FaultOf, faultsOf } from "../faults/fault-catalogue.ts";
import { type Fields, fieldsOf, textOf } from "../record.ts";
import type { World } from "../world.ts";
import { refuse } from "./answers.ts";
import { categoriesOf, type ModerationCategory, moderationCategories, moderationResult } from "./moderate-text.ts";

/** Every switch of the moderation; the others are of what makes something. */
const moderationFaults = faultsOf("openai").filter((fault) => fault.startsWith("moderation:"));

/** `POST /v1/moderations` (https://platform.openai.com/docs/api-reference/moderations). */
export async function moderate(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { input, model } = fieldsOf(request.body);
  const inputs = readInputs(input);
  if (!inputs) {
    return refuse(reply, 400, {
      type: "invalid_request_error",
      code: null,
      message: "Missing required parameter: 'input'.",
    });
  }
  const faults = world.faults.take("openai", moderationFaults, inputs.map(({ text }) => text).join("\n"));
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
  const results = await Promise.all(inputs.map(async (each) => moderationResult(await judge(each, faults))));
  return reply.send({ id: `modr-${randomUUID()}`, model: textOf(model) ?? "omni-moderation-latest", results });
}

/** A text, with the pictures that go with it. */
type Judged = { text: string; pictures: readonly Buffer[] };

async function judge({ text, pictures }: Judged, faults: Set<FaultOf<"openai">>): Promise<Set<ModerationCategory>> {
  if (faults.has("moderation:off")) return new Set();
  const asked = moderationCategories.filter((category) => faults.has(`moderation:${category}`));
  const seen = (await Promise.all(pictures.map(readMark))).flatMap((mark) =>
    mark === null ? [] : [categoryOfMark[mark]],
  );
  return new Set([...categoriesOf(text), ...asked, ...seen]);
}

const categoryOfMark = {
  magenta: "sexual",
  crimson: "violence/graphic",
  cyan: "sexual/minors",
} as const satisfies Record<Mark, ModerationCategory>;

/**
 * A text is one input, a list of texts as many, and a list of parts (text and image) one together. Of a picture the stand-in
 * sees its mark and nothing else. Null when there is nothing to judge.
 */
function readInputs(input: unknown): Judged[] | null {
  if (typeof input === "string") return [{ text: input, pictures: [] }];
  if (!Array.isArray(input) || input.length === 0) return null;
  if (input.every((item) => typeof item === "string")) return input.map((text) => ({ text, pictures: [] }));
  const parts = input.map(fieldsOf);
  return [{ text: parts.map(({ text }) => textOf(text) ?? "").join("\n"), pictures: parts.flatMap(pictureOf) }];
}

/** The picture of a part that carries it; one that has to be fetched is not looked at. */
function pictureOf({ image_url }: Fields): Buffer[] {
  const [, content] = /^data:[^,]*;base64,(.*)$/s.exec(textOf(fieldsOf(image_url).url) ?? "") ?? [];
  return content === undefined ? [] : [Buffer.from(content, "base64")];
}
