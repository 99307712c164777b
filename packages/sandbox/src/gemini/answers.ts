import type { FastifyReply, FastifyRequest } from "fastify";
import type { FaultOf } from "../faults/fault-catalogue.ts";
import type { Fields } from "../record.ts";
import type { World } from "../world.ts";

export type GeminiFault = FaultOf<"gemini">;

/** An error in Google's shape (google.rpc.Status). */
export function refuse(reply: FastifyReply, code: number, status: string, details: Fields[] = []): FastifyReply {
  const message = code === 400 ? "Request contains an invalid argument." : "The request could not be served.";
  return reply.code(code).send({ error: { code, message, status, ...(details.length > 0 ? { details } : {}) } });
}

const quotaDetails = (quotaId: string): Fields[] => [
  { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId }] },
  { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "37s" },
];

type Refusal = [code: number, status: string, details?: Fields[]];

const refusals: Partial<Record<GeminiFault, Refusal>> = {
  fail: [500, "INTERNAL"],
  "bad-input": [400, "INVALID_ARGUMENT"],
  "429": [429, "RESOURCE_EXHAUSTED", quotaDetails("GenerateRequestsPerMinutePerProjectPerModel")],
  quota: [429, "RESOURCE_EXHAUSTED", quotaDetails("GenerateRequestsPerDayPerProjectPerModel")],
  locked: [
    400,
    "INVALID_ARGUMENT",
    [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID", domain: "googleapis.com" }],
  ],
  retired: [404, "NOT_FOUND"],
};

/** Refusals that Google answers with 200. */
const blocked: Partial<Record<GeminiFault, Fields>> = {
  "refuse-prompt": {
    promptFeedback: { blockReason: "PROHIBITED_CONTENT", safetyRatings: [] },
    usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 },
  },
  "refuse-output": {
    candidates: [
      {
        content: { role: "model" },
        finishReason: "IMAGE_SAFETY",
        finishMessage: "Unable to show the generated image. Support code: 42876398.",
        index: 0,
      },
    ],
    usageMetadata: { promptTokenCount: 9, thoughtsTokenCount: 240, totalTokenCount: 249 },
  },
  "no-media": {
    candidates: [
      { content: { role: "model", parts: [{ text: "I can't create that image." }] }, finishReason: "STOP", index: 0 },
    ],
    usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 8, totalTokenCount: 17 },
  },
  empty: { usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 } },
};

/** Answers as a thrown switch says; false where the work is to be done. */
export async function meetFault(
  { background }: World,
  faults: ReadonlySet<GeminiFault>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  if (faults.has("silent")) await background.sleep(2 ** 31 - 1).catch(() => request.raw.socket.destroy());
  for (const fault of faults) {
    const refusal = refusals[fault];
    if (refusal !== undefined) await refuse(reply, ...refusal);
    else if (blocked[fault] !== undefined) await reply.send(blocked[fault]);
    else if (fault === "bad-gateway") await page(reply.code(502));
    else if (fault === "nonsense") await page(reply);
    else continue;
    return true;
  }
  return false;
}

function page(reply: FastifyReply): FastifyReply {
  return reply.type("text/html").send("<!doctype html><title>Something else</title>");
}
