import type { Failure, FailureClass } from "../../spec.ts";
import type { UpstreamAnswer } from "../call-upstream.ts";
import { codeLike } from "../code-like.ts";
import { errorBody, type GeminiError } from "./wire.ts";

/** Google's status words and what each means here. Source: ai.google.dev/gemini-api/docs/troubleshooting, google.rpc.Code. */
const classes: Readonly<Record<string, FailureClass>> = {
  INVALID_ARGUMENT: "bad-input",
  UNAUTHENTICATED: "account",
  PERMISSION_DENIED: "account",
  // Billing is off, or our region is not served.
  FAILED_PRECONDITION: "account",
  NOT_FOUND: "model-gone",
  RESOURCE_EXHAUSTED: "capacity",
  INTERNAL: "transient",
  UNAVAILABLE: "transient",
  DEADLINE_EXCEEDED: "transient",
};

/** Classifies an error answer. What Google refuses it answers with 200, so no error here is a refusal. */
export function classifyFailure({ status, body }: UpstreamAnswer): Failure {
  const told = errorBody.safeParse(body);
  const error = told.success ? told.data.error : {};
  return {
    class: classOf(status, error),
    category: null,
    stage: "submit",
    detail: ["gemini", status, codeLike(error.status), codeLike(reasonOf(error))].filter(Boolean).join(" "),
  };
}

/** Whether Google itself wrote this error, rather than some gateway on the way. */
export function isWrittenByGoogle({ body }: UpstreamAnswer): boolean {
  return errorBody.safeParse(body).success;
}

function classOf(status: number, error: GeminiError): FailureClass {
  // A wrong key is answered as an invalid argument, and a day's quota that is used up as a limit.
  if (reasonOf(error)?.startsWith("API_KEY_")) return "account";
  if (quotaIds(error).some((id) => /PerDay/i.test(id))) return "account";
  const byWord = classes[error.status ?? ""];
  if (byWord !== undefined) return byWord;
  if (status === 429) return "capacity";
  if (status === 404 || status === 410) return "model-gone";
  if ([401, 402, 403].includes(status)) return "account";
  return status >= 500 ? "transient" : "bad-input";
}

function reasonOf({ details = [] }: GeminiError): string | undefined {
  return details.find(({ reason }) => reason !== undefined)?.reason;
}

function quotaIds({ details = [] }: GeminiError): string[] {
  return details.flatMap(({ violations = [] }) => violations.flatMap(({ quotaId }) => quotaId ?? []));
}
