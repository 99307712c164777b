import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { dropCall } from "../drop-call.ts";
import { takeAny } from "../faults/fault-switches.ts";
import { type Fields, fieldsOf, integerOf, isFields, textOf } from "../record.ts";
import { sendAccepted, sendLocked, sendRequestError } from "./answers.ts";
import { models } from "./models.ts";
import { type FalRoom, performRun } from "./perform-run.ts";
import type { Run } from "./run.ts";

/** Accepts a request, or refuses it before it becomes a run. Inputs are judged by the model, later, as at fal. */
export async function submit(
  room: FalRoom,
  endpoint: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!Object.hasOwn(models, endpoint))
    return sendRequestError(reply, 404, "bad_request", `Application "${endpoint}" not found`);
  if (!isFields(request.body)) return sendRequestError(reply, 400, "bad_request", "The body must be a JSON object");
  const faults = takeAny(room.world.faults, "fal", promptOf(request.body));
  if (faults.has("locked")) return sendLocked(reply);
  if (faults.has("401")) return reply.code(401).send({ detail: "Authentication is required." });
  if (faults.has("retired")) return sendRequestError(reply, 404, "bad_request", `Application "${endpoint}" not found`);
  if (faults.has("429")) {
    reply.header("x-fal-needs-retry", "1");
    return sendRequestError(reply, 429, "concurrent_requests_limit", "Concurrent requests limit reached");
  }
  const run = beginRun(room, endpoint, request, faults);
  if (faults.has("webhook-first")) await run.told;
  return answer(room, run, request, reply);
}

async function answer(room: FalRoom, run: Run, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (run.faults.has("silent")) await room.world.background.sleep(2 ** 31 - 1).catch(() => undefined);
  if (run.faults.has("silent") || run.faults.has("lost-submit")) return dropCall(request, reply);
  if (run.faults.has("nonsense")) return reply.type("text/html").send("<!doctype html><title>Sign in</title>");
  if (run.faults.has("bad-gateway")) {
    return reply.code(502).type("text/html").send("<!doctype html><title>502 Bad Gateway</title>");
  }
  return sendAccepted(room.world, run, reply);
}

function promptOf(input: Fields): string {
  return [input.prompt, input.texture_prompt, input.text].map((text) => textOf(text) ?? "").join(" ");
}

function beginRun(room: FalRoom, endpoint: string, request: FastifyRequest, faults: Run["faults"]): Run {
  const id = randomUUID();
  const [owner = "", app = ""] = endpoint.split("/");
  const run: Run = {
    id,
    gatewayId: randomUUID(),
    app: `${owner}/${app}`,
    endpoint,
    input: fieldsOf(request.body),
    polls: 0,
    webhookUrl: textOf(fieldsOf(request.query).fal_webhook),
    fileSeconds: fileSecondsOf(request.headers["x-fal-object-lifecycle-preference"]),
    faults,
    status: "IN_QUEUE",
    logs: [],
    result: null,
    cancelled: false,
    told: Promise.resolve(),
  };
  room.runs.set(id, run);
  forgetOldest(room);
  run.told = new Promise((onTold) => {
    room.world.background.start(`fal run of ${endpoint}`, () => performRun(room, run, onTold).finally(onTold));
  });
  return run;
}

function forgetOldest({ runs }: FalRoom): void {
  for (const id of runs.keys()) {
    if (runs.size <= 2_000) return;
    runs.delete(id);
  }
}

function fileSecondsOf(header: string | string[] | undefined): number | null {
  if (typeof header !== "string") return null;
  const [, seconds] = /"expiration_duration_seconds"\s*:\s*(\d+)/.exec(header) ?? [];
  return integerOf(seconds) ?? null;
}
