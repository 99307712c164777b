import type { FastifyReply, FastifyRequest } from "fastify";
import { dropCall } from "../drop-call.ts";
import type { FaultOf } from "../faults/fault-catalogue.ts";
import type { Fields } from "../record.ts";
import type { World } from "../world.ts";

export type OpenaiFault = FaultOf<"openai">;
export type OpenaiError = { type: string; code: string | null; message: string; param?: string | null } & Fields;

/** An error in OpenAI's shape. */
export function refuse(reply: FastifyReply, status: number, error: OpenaiError): FastifyReply {
  return reply.code(status).send({ error: { param: null, ...error } });
}

type Refusal = { status: number; headers?: Record<string, string>; error: OpenaiError };

const blocked = "Your request was rejected by the safety system.";

/** The switches that are an error answer, as OpenAI words them. */
const refusals: Partial<Record<OpenaiFault, Refusal>> = {
  fail: {
    status: 500,
    error: { type: "server_error", code: null, message: "The server had an error while processing your request." },
  },
  "refuse-prompt": {
    status: 400,
    error: {
      type: "image_generation_user_error",
      code: "moderation_blocked",
      message: blocked,
      moderation_details: { moderation_stage: "input", categories: ["violence"] },
    },
  },
  "refuse-output": {
    status: 400,
    error: {
      type: "image_generation_user_error",
      code: "moderation_blocked",
      message: blocked,
      moderation_details: { moderation_stage: "output", categories: ["sexual"] },
    },
  },
  "refuse-unsaid": {
    status: 400,
    error: {
      type: "invalid_request_error",
      code: "moderation_blocked",
      message: `${blocked} safety_violations=[violence].`,
    },
  },
  "bad-input": {
    status: 400,
    error: { type: "invalid_request_error", code: "invalid_value", message: "Invalid value.", param: "size" },
  },
  "429": {
    status: 429,
    headers: { "retry-after": "7" },
    error: { type: "requests", code: "rate_limit_exceeded", message: "Rate limit reached." },
  },
  quota: {
    status: 429,
    error: {
      type: "insufficient_quota",
      code: "insufficient_quota",
      message: "You exceeded your current quota, please check your plan and billing details.",
    },
  },
  locked: {
    status: 401,
    error: { type: "invalid_request_error", code: "invalid_api_key", message: "Incorrect API key provided." },
  },
  retired: {
    status: 404,
    error: { type: "invalid_request_error", code: "model_not_found", message: "The model does not exist." },
  },
};

/** Every switch of a question that makes something; the others are the moderation's. */
export const workFaults: readonly OpenaiFault[] = [
  ...(Object.keys(refusals) as OpenaiFault[]),
  "bad-gateway",
  "silent",
  "slow",
  "lost-submit",
  "nonsense",
  "no-media",
  "corrupt",
  "costly",
];

/** Answers as a thrown switch says; false where the work is to be done. */
export async function meetFault(
  { background }: World,
  faults: ReadonlySet<OpenaiFault>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  if (faults.has("silent")) await background.sleep(2 ** 31 - 1).catch(() => request.raw.socket.destroy());
  for (const fault of faults) {
    const refusal = refusals[fault];
    if (refusal === undefined) continue;
    await refuse(reply.headers(refusal.headers ?? {}), refusal.status, refusal.error);
    return true;
  }
  if (faults.has("bad-gateway")) {
    await reply.code(502).type("text/html").send("<!doctype html><title>502 Bad Gateway</title>");
    return true;
  }
  if (!faults.has("nonsense")) return false;
  await reply.type("text/html").send("<!doctype html><title>Sign in</title>");
  return true;
}

/** Sends what was made, unless the connection is to drop first. */
export function sendWork(
  faults: ReadonlySet<OpenaiFault>,
  request: FastifyRequest,
  reply: FastifyReply,
  work: unknown,
): FastifyReply {
  return faults.has("lost-submit") ? dropCall(request, reply) : reply.send(work);
}
