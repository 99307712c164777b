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
const sentences: Partial<Record<RefusalCode, string>> = {
  "session/required": "Send your API key as 'Authorization: Bearer cov_live_…'.",
  "key/revoked": "This API key does not exist or was revoked. Create another in the console.",
  "credits/insufficient": "The balance is too low for this call. Nothing was charged. Buy credits in the console.",
  "model/not-available": "There is no such model here. GET /v1/models lists them.",
  "request/too-many": "Too many calls. Wait for the seconds given in Retry-After.",
  "request/reused-key": "This Idempotency-Key came before with another request. Use a new key for a new request.",
  "member/suspended": "This account is suspended. The reason was sent by mail.",
};

/** Any error as a program sees it. Unexpected ones say nothing of their inside. */
export function problemOf(error: Error & { statusCode?: number }): ProgramProblem {
  if (error instanceof Refusal) {
    const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[error.code] }));
    const { reason } = error.facts;
    const said = typeof reason === "string" ? reason : `The request was refused: ${error.code}.`;
    const message = sentences[error.code] ?? said;
    const param = typeof error.facts.field === "string" ? error.facts.field : null;
    return { status, error: { message, type: "invalid_request_error", code: error.code, param } };
  }
  if (error instanceof CallEnded) return endedWithoutFiles(error);
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    const param = issue?.path.join(".") ?? null;
    const message = `${param === null || param === "" ? "The body" : `'${param}'`}: ${issue?.message ?? "not valid"}.`;
    return { status: 400, error: { message, type: "invalid_request_error", code: "request/invalid", param } };
  }
  const status = error.statusCode ?? 500;
  if (status < 500)
    return {
      status,
      error: { message: error.message, type: "invalid_request_error", code: "request/invalid", param: null },
    };
  const message = "Something failed on our side. Nothing was charged for this call.";
  return { status: 500, error: { message, type: "server_error", code: "service/failed", param: null } };
}

/** A block keeps the code that clients of OpenAI's API already handle. */
function endedWithoutFiles({ statusCode, view, covenant }: CallEnded): ProgramProblem {
  const code = view.state === "blocked" ? "content_policy_violation" : `generation/${view.state}`;
  const type = view.state === "blocked" ? "image_generation_user_error" : "server_error";
  const clauses = [...new Set(view.rulings.flatMap((ruling) => ruling.clauses.map((clause) => clause.id)))];
  return { status: statusCode, error: { message: view.sentence, type, code, param: null, clauses, covenant } };
}
