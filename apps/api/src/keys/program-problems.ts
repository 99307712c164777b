import { Refusal, type RefusalCode } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import * as z from "zod";
import { statusOfRefusal } from "../trpc/map-refusal.ts";
import { CallEnded } from "./answer-images.ts";

export type ProgramProblem = {
  status: number;
  error: { message: string; type: string; code: string; param: string | null; clauses?: string[]; covenant?: object };
};

/** What a program reads when its call is refused: what happened and what to change. */
const sentences: Partial<Record<RefusalCode, string | ((facts: Refusal["facts"]) => string)>> = {
  "session/required": "Send your API key as 'Authorization: Bearer cov_live_…'.",
  "key/revoked": "This API key does not exist or was revoked. Create another in the console.",
  "credits/insufficient": "The balance is too low for this call. Nothing was charged. Buy credits in the console.",
  "model/not-available": "There is no such model here. GET /v1/models lists them.",
  "request/too-many": "Too many calls. Wait for the seconds given in Retry-After.",
  "request/reused-key": "This Idempotency-Key came before with another request. Use a new key for a new request.",
  "member/email-not-confirmed": "Confirm the email of this account first: the link was sent when it was made.",
  "member/terms-not-accepted": "The terms have changed. Sign in on the site and accept them first.",
  "generation/too-many-running": ({ most }) =>
    `This account is limited to ${most} generation at a time. Wait for one to end, then call again. Nothing was charged.`,
  "member/suspended": "This account is suspended. The reason was sent by mail.",
};

/** What a program reads when its body did not even reach us as JSON, by Fastify's code. */
const unreadBodies: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "Send the body as JSON, with 'Content-Type: application/json'.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "Send a JSON object with 'model' and 'prompt': the body is empty.",
  FST_ERR_CTP_INVALID_JSON_BODY: "The body is not valid JSON: check its quotes and commas.",
  FST_ERR_CTP_BODY_TOO_LARGE: "The body is too large: shorten the prompt.",
};

/** Any error as a program sees it. Unexpected ones say nothing of their inside. */
export function problemOf(error: Error & { statusCode?: number; code?: string }): ProgramProblem {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof CallEnded) return endedWithoutFiles(error);
  if (error instanceof z.ZodError) return unusable(error);
  const status = error.statusCode ?? 500;
  if (status < 500) return invalid(status, unreadBodies[error.code ?? ""] ?? error.message, null);
  const message = "Something failed on our side. Nothing was charged for this call.";
  return { status: 500, error: { message, type: "server_error", code: "service/failed", param: null } };
}

/** What a program reads at an address that is none. */
export const unknownAddress = invalid(
  404,
  "There is no such address here. See POST /v1/images/generations and GET /v1/models.",
  null,
);

function refused({ code, facts }: Refusal): ProgramProblem {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] }));
  const reason = String(facts.reason ?? facts.explanation ?? `The request was refused: ${code}.`);
  if (facts.field === "size") return invalid(status, `Change 'size', or leave it out. ${reason}`, "size");
  if (facts.field === "uploadId") return invalid(status, `Choose another 'model'. ${reason}`, "model");
  const param = code === "model/not-available" ? "model" : null;
  const sentence = sentences[code] ?? reason;
  const message = typeof sentence === "string" ? sentence : sentence(facts);
  return { status, error: { message, type: "invalid_request_error", code, param } };
}

/** One field at a time, the first: its message says what to change. */
function unusable({ issues: [issue] }: z.ZodError): ProgramProblem {
  return invalid(400, issue?.message ?? "The body cannot be used.", issue?.path.join(".") || null);
}

function invalid(status: number, message: string, param: string | null): ProgramProblem {
  return { status, error: { message, type: "invalid_request_error", code: "request/invalid", param } };
}

/** A block keeps the code that clients of OpenAI's API already handle. */
function endedWithoutFiles({ statusCode, view, covenant }: CallEnded): ProgramProblem {
  const code = view.state === "blocked" ? "content_policy_violation" : `generation/${view.state}`;
  const type = view.state === "blocked" ? "image_generation_user_error" : "server_error";
  const clauses = [...new Set(view.rulings.flatMap((ruling) => ruling.clauses.map((clause) => clause.id)))];
  return { status: statusCode, error: { message: view.sentence, type, code, param: null, clauses, covenant } };
}
