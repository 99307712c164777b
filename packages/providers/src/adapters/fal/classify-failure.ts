import type { ViolationCategory } from "@covenant/domain";
import type { Failure, FailureClass, FailureStage } from "../../spec.ts";
import type { UpstreamAnswer } from "../call-upstream.ts";
import { codeLike } from "../code-like.ts";
import { categoriesNamed, worstOf } from "../openai/categories.ts";
import { classOfErrorType, classOfStatus } from "./error-types.ts";
import { modelErrorBody, requestErrorBody } from "./wire.ts";

/** What fal said of a failure, from whichever of its shapes it came in. */
type Told = { status: number | null; type: string | null; fields: readonly string[]; texts: readonly string[] };

/** Classifies an error answer. */
export function classifyFailure(answer: UpstreamAnswer, stage: FailureStage): Failure {
  // The deadline for starting that we set ourselves. It is no crash, so it neither retries nor spoils health.
  if (answer.headers.get("x-fal-request-timeout-type") === "user") {
    return { class: "capacity", category: null, stage: "queue", detail: "fal: not started before our deadline" };
  }
  return judge(toldBy(answer), stage);
}

/** Classifies a job that the queue reports as completed with an error; null when only its result can tell. */
export function classifyCompletedError(error: string, type: string | null | undefined): Failure | null {
  if (!type || classOfErrorType(type) === null) return null;
  return judge({ status: null, type, fields: [], texts: [error] }, "run");
}

/** Whether fal itself wrote this error, rather than some gateway on the way. */
export function isWrittenByFal(answer: UpstreamAnswer): boolean {
  if (answer.headers.has("x-fal-error-type")) return true;
  return modelErrorBody.safeParse(answer.body).success || requestErrorBody.safeParse(answer.body).success;
}

function toldBy(answer: UpstreamAnswer): Told {
  const header = answer.headers.get("x-fal-error-type");
  const model = modelErrorBody.safeParse(answer.body);
  if (model.success) {
    const { detail } = model.data;
    // A refusal among validation errors is the one that has consequences.
    const told = detail.find((entry) => classOfErrorType(entry.type)?.startsWith("policy")) ?? detail[0];
    return {
      status: answer.status,
      type: told?.type ?? header,
      fields: (told?.loc ?? []).map(String),
      texts: detail.flatMap((entry) => (entry.msg === undefined ? [] : [entry.msg])),
    };
  }
  const request = requestErrorBody.safeParse(answer.body);
  const type = (request.success ? request.data.error_type : null) ?? header;
  return { status: answer.status, type, fields: [], texts: request.success ? [request.data.detail] : [] };
}

function judge(told: Told, stage: FailureStage): Failure {
  const failureClass = classOf(told);
  const isPolicy = failureClass === "policy-input" || failureClass === "policy-output";
  return {
    class: failureClass,
    category: isPolicy ? categoryOf(told.texts) : null,
    stage: failureClass === "policy-output" ? "output" : stage,
    detail: ["fal", told.status, codeLike(told.type), codeLike(told.fields.join("."))].filter(Boolean).join(" "),
  };
}

function classOf({ status, type }: Told): FailureClass {
  const byStatus = status === null ? "unknown" : classOfStatus(status);
  // Our key, our balance or a model name that is gone: no type of error changes that it is ours to mend.
  if (byStatus === "account" || byStatus === "model-gone") return byStatus;
  return (type && classOfErrorType(type)) || byStatus;
}

/** fal names no category. The makers it resells may, in the text: `safety_violations=[violence]`. */
function categoryOf(texts: readonly string[]): ViolationCategory | null {
  return worstOf(texts.flatMap(categoriesNamed));
}
