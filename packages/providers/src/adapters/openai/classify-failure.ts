import type { Failure, FailureClass } from "../../spec.ts";
import type { UpstreamAnswer } from "../call-upstream.ts";
import { codeLike } from "../code-like.ts";
import { categoriesNamed, categoryOfOpenAi, worstOf } from "./categories.ts";
import { errorBody, type OpenAiError } from "./wire.ts";

/**
 * OpenAI's codes and what each means here; a code that is missing is judged by its status.
 * Source: platform.openai.com/docs/guides/error-codes, and the bodies its image models answer.
 */
const classes: Readonly<Record<string, FailureClass>> = {
  moderation_blocked: "policy-input",
  content_policy_violation: "policy-input",
  invalid_api_key: "account",
  insufficient_quota: "account",
  billing_hard_limit_reached: "account",
  model_not_found: "model-gone",
  account_deactivated: "account",
  rate_limit_exceeded: "capacity",
};

/** Classifies an error answer. */
export function classifyFailure({ status, body }: UpstreamAnswer): Failure {
  const told = errorBody.safeParse(body);
  const error = told.success ? told.data.error : {};
  const failureClass = sideOf(error, classOf(status, error));
  const isPolicy = failureClass === "policy-input" || failureClass === "policy-output";
  return {
    class: failureClass,
    category: isPolicy ? categoryOf(error) : null,
    stage: isPolicy ? stageOf(error) : "submit",
    detail: ["openai", status, codeLike(error.code), codeLike(error.param)].filter(Boolean).join(" "),
  };
}

/** Whether OpenAI itself wrote this error, rather than some gateway on the way. */
export function isWrittenByOpenAi({ body }: UpstreamAnswer): boolean {
  return errorBody.safeParse(body).success;
}

function classOf(status: number, { code }: OpenAiError): FailureClass {
  const byCode = typeof code === "string" ? classes[code] : undefined;
  if (byCode !== undefined) return byCode;
  if (status === 404 || status === 410) return "model-gone";
  if ([401, 402, 403].includes(status)) return "account";
  if (status === 429) return "capacity";
  if (status >= 500) return "transient";
  return status >= 400 ? "bad-input" : "unknown";
}

/** Refused before or after it was made; where it is not said, the reading that never fails over. */
function sideOf({ moderation_details: details }: OpenAiError, failureClass: FailureClass): FailureClass {
  return failureClass === "policy-input" && details?.moderation_stage === "output" ? "policy-output" : failureClass;
}

function stageOf({ moderation_details: details }: OpenAiError): Failure["stage"] {
  if (details?.moderation_stage === "output") return "output";
  return details?.moderation_stage === "input" ? "submit" : "unknown";
}

/** Older models name categories in their text alone. */
function categoryOf({ moderation_details: details, message }: OpenAiError): Failure["category"] {
  const told = (details?.categories ?? []).flatMap((name) => categoryOfOpenAi(name) ?? []);
  return worstOf([...told, ...categoriesNamed(message ?? "")]);
}
