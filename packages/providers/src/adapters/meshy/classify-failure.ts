import type { Failure, FailureClass } from "../../spec.ts";
import type { UpstreamAnswer } from "../call-upstream.ts";
import type { MeshyAccess } from "./access.ts";
import { errorBody, type Task } from "./wire.ts";

const usualModerationWords = /moderat|nsfw|polic(y|ies)|inappropriate|sensitive/i;

/** Classifies an error answer; Meshy's codes are the statuses themselves, with a sentence beside them. */
export function classifyFailure({ status }: UpstreamAnswer): Failure {
  return { class: classOf(status), category: null, stage: "submit", detail: `meshy ${status}` };
}

/** Classifies a task that ended FAILED. Meshy gives its credits back whatever the reason. */
export function classifyTask({ moderationWords = usualModerationWords }: MeshyAccess, { task_error }: Task): Failure {
  const isRefusal = moderationWords.test(task_error?.message ?? "");
  // Meshy looks at the input; whether at the result as well it does not say.
  return isRefusal
    ? { class: "policy-input", category: null, stage: "unknown", detail: "meshy task failed: moderation" }
    : { class: "transient", category: null, stage: "run", detail: "meshy task failed" };
}

/** Whether Meshy itself wrote this error, rather than some gateway on the way. */
export function isWrittenByMeshy({ body }: UpstreamAnswer): boolean {
  return errorBody.safeParse(body).success;
}

function classOf(status: number): FailureClass {
  if (status === 404 || status === 410) return "model-gone";
  if ([401, 402, 403].includes(status)) return "account";
  // Too many requests, or too many tasks: either passes.
  if (status === 429) return "capacity";
  return status >= 500 ? "transient" : "bad-input";
}
