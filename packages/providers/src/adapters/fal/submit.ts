import { ProviderFault } from "../../provider-fault.ts";
import type { Failure, Submission, Submitted } from "../../spec.ts";
import { callUpstream, type UpstreamAnswer } from "../call-upstream.ts";
import { authorization, type FalAccess } from "./access.ts";
import { classifyFailure, isWrittenByFal } from "./classify-failure.ts";
import { composeInput } from "./compose-input.ts";
import { submittedBody } from "./wire.ts";

/** How long fal keeps result files once no retention is asked for: enough to fetch them, with retries. */
const resultLifetimeSeconds = 3_600;

/** fal offers no idempotency key, so one attempt is submitted once and a lost answer is reported as such. */
export async function submit(access: FalAccess, submission: Submission): Promise<Submitted> {
  const request = {
    method: "POST",
    url: submitUrl(access, submission),
    headers: { ...authorization(access), ...instructions(submission) },
    body: composeInput(submission),
    timeLimitMs: access.submitLimitMs ?? 30_000,
  } as const;
  try {
    return readAnswer(access, submission, await callUpstream(request));
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return error.kind === "not-sent" ? refused(unreachable(error)) : unknownOutcome(error.message);
  }
}

function submitUrl({ queueUrl }: FalAccess, { upstreamModel, webhookUrl }: Submission): string {
  const url = new URL(`${queueUrl}/${upstreamModel}`);
  if (webhookUrl !== null) url.searchParams.set("fal_webhook", webhookUrl);
  return url.href;
}

/** Source: fal.ai/docs/documentation/model-apis/common-parameters. */
function instructions({ retention, startDeadlineSeconds }: Submission): Record<string, string> {
  const always = {
    "x-fal-request-timeout": String(startDeadlineSeconds),
    // The route was chosen for its price and its data policy; a silent substitute has neither.
    "x-app-fal-disable-fallback": "true",
  };
  if (retention === "default") return always;
  return {
    ...always,
    "x-fal-store-io": "0",
    "x-fal-object-lifecycle-preference": JSON.stringify({ expiration_duration_seconds: resultLifetimeSeconds }),
  };
}

function readAnswer(access: FalAccess, submission: Submission, answer: UpstreamAnswer): Submitted {
  if (answer.status >= 200 && answer.status < 300) return accept(access, submission, answer.body);
  // A 502 or 504 that fal did not write comes from a gateway that may have passed the request on.
  if ((answer.status === 502 || answer.status === 504) && !isWrittenByFal(answer)) {
    return unknownOutcome(`gateway status ${answer.status}`);
  }
  return refused(classifyFailure(answer, "submit"), retryAfterSeconds(answer.headers));
}

function accept({ queueUrl }: FalAccess, { fields }: Submission, body: unknown): Submitted {
  const submitted = submittedBody.safeParse(body);
  if (!submitted.success) return unknownOutcome("accepted without readable addresses");
  const { request_id, status_url, response_url, cancel_url } = submitted.data;
  // Our key travels to these addresses, so they must be the queue's own.
  const origin = new URL(queueUrl).origin;
  if ([status_url, response_url, cancel_url].some((url) => new URL(url).origin !== origin)) {
    return unknownOutcome("accepted with addresses outside the queue");
  }
  const urls = { status: status_url, result: response_url, cancel: cancel_url };
  return { kind: "accepted", handle: { upstreamId: request_id, urls, outputs: fields.outputs } };
}

function refused(failure: Failure, retryAfter: number | null = null): Submitted {
  return { kind: "refused", refusal: { ...failure, retryAfterSeconds: retryAfter } };
}

function unreachable(fault: ProviderFault): Failure {
  return { class: "transient", category: null, stage: "submit", detail: `fal ${fault.message}` };
}

function unknownOutcome(detail: string): Submitted {
  return { kind: "unknown-outcome", detail: `fal ${detail}` };
}

function retryAfterSeconds(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) : null;
}
