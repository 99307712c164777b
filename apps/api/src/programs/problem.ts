import { Refusal } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { statusOfRefusal } from "../trpc/map-refusal.ts";
import { GenerationEnded } from "./generation-ended.ts";
import { problemOfGeneration } from "./problem-of-generation.ts";
import type { Problem, ProblemClass } from "./problem-schema.ts";
import { sentenceOf } from "./refusal-sentences.ts";

/** What the far side may throw at us: Fastify's errors carry a status and a code. */
type Thrown = Error & { statusCode?: number; code?: string };

const classes: Record<number, ProblemClass | undefined> = {
  401: "authentication",
  402: "insufficient_credits",
  403: "permission",
  404: "not_found",
  409: "conflict",
  429: "rate_limit",
};

/** What a program reads when its body did not even reach us as JSON, by Fastify's code. */
const unreadBodies: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "Send the body as JSON, with 'Content-Type: application/json'.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "Send a JSON object: the body is empty.",
  FST_ERR_CTP_INVALID_JSON_BODY: "The body is not valid JSON: check its quotes and commas.",
  FST_ERR_CTP_BODY_TOO_LARGE: "The body is too large: shorten the prompt.",
};

/** Any error as a program sees it. Unexpected ones say nothing of their inside. */
export function problemOf(error: Thrown): Problem {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof GenerationEnded) return problemOfGeneration(error.view);
  if (hasZodFastifySchemaValidationErrors(error)) return unusable(error.validation);
  const status = error.statusCode ?? 500;
  if (status < 500) return plain(status, "request/invalid", unreadBodies[error.code ?? ""] ?? error.message);
  return plain(500, "service/failed", "Something failed on our side. Nothing was charged for this call.");
}

/** What a program reads at an address that is none. */
export const unknownAddress = plain(
  404,
  "request/invalid",
  "There is no such address here. GET /v1/openapi.json lists them all.",
);

function refused(refusal: Refusal): Problem {
  const { code, facts } = refusal;
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] }));
  const { message, param } = sentenceOf(refusal);
  const generationId = typeof facts.generationId === "string" ? facts.generationId : null;
  return { ...plain(status, code, message), param, generation_id: generationId };
}

type Issue = { message?: string; instancePath: string; keyword: string; params: Record<string, unknown> };

/** One field at a time, the first: its message says what to change. */
function unusable([issue]: readonly Issue[]): Problem {
  const [unknown] = issue?.keyword === "unrecognized_keys" ? [issue.params.keys].flat() : [];
  if (unknown !== undefined) {
    return { ...plain(400, "request/invalid", `Take '${unknown}' out: there is no such field.`), param: `${unknown}` };
  }
  const param = issue?.instancePath.slice(1).replaceAll("/", ".") || null;
  return { ...plain(400, "request/invalid", issue?.message ?? "The request cannot be used."), param };
}

function plain(status: number, code: Problem["code"], message: string): Problem {
  return {
    status,
    code,
    message,
    class: classOf(status),
    param: null,
    stage: "request",
    category: null,
    clauses: [],
    retryable: status === 429 || status >= 500,
    credits: { charged: 0, refunded: 0 },
    generation_id: null,
    appeal: null,
  };
}

function classOf(status: number): ProblemClass {
  return classes[status] ?? (status >= 500 ? "unavailable" : "bad_input");
}
