import type { FastifyReply, FastifyRequest } from "fastify";
import { dropCall } from "../drop-call.ts";
import { chop } from "../engine/chop.ts";
import { writeMp3 } from "../engine/write-mp3.ts";
import { writeWav } from "../engine/write-wav.ts";
import { fieldsOf, textOf } from "../record.ts";
import type { World } from "../world.ts";
import { meetFault, refuse, workFaults } from "./answers.ts";

const mostLetters = 4_096;

/** `POST /v1/audio/speech`: the answer is the file (https://platform.openai.com/docs/api-reference/audio/createSpeech). */
export async function makeSpeech(world: World, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { input, model, voice, response_format: format } = fieldsOf(request.body);
  const text = textOf(input) ?? "";
  const faults = world.faults.take("openai", workFaults, text);
  if (await meetFault(world, faults, request, reply)) return reply;
  if (text === "" || text.length > mostLetters || textOf(model) === undefined || textOf(voice) === undefined) {
    const message = `Invalid request: model, voice and an input of 1 to ${mostLetters} characters are needed.`;
    return refuse(reply, 400, { type: "invalid_request_error", code: "invalid_value", message, param: "input" });
  }
  if (format !== "wav" && format !== undefined && format !== "mp3") {
    const message = "This stand-in speaks mp3 and wav.";
    return refuse(reply, 400, {
      type: "invalid_request_error",
      code: "invalid_value",
      message,
      param: "response_format",
    });
  }
  await world.background.sleep(world.pace(800));
  if (faults.has("lost-submit")) return dropCall(request, reply);
  const bytes = format === "wav" ? writeWav(text, String(voice)) : writeMp3(text);
  const body = faults.has("no-media") ? Buffer.alloc(0) : faults.has("corrupt") ? chop(bytes) : bytes;
  return reply.type(format === "wav" ? "audio/wav" : "audio/mpeg").send(body);
}
