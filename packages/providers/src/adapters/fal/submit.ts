import type { Submission, Submitted } from "../../spec.ts";
import { composeInput } from "../compose-input.ts";
import { submitOnce } from "../submit-once.ts";
import { authorization, type FalAccess } from "./access.ts";
import { classifyFailure, isWrittenByFal } from "./classify-failure.ts";
import { submittedBody } from "./wire.ts";

/** How long fal keeps result files once no retention is asked for: enough to fetch them, with retries. */
const resultLifetimeSeconds = 3_600;

/** Puts an attempt into fal's queue, once. */
export async function submit(access: FalAccess, submission: Submission): Promise<Submitted> {
  const request = {
    method: "POST",
    url: submitUrl(access, submission),
    headers: { ...authorization(access), ...instructions(submission) },
    body: composeInput(submission),
    timeLimitMs: access.submitLimitMs ?? 30_000,
  } as const;
  return submitOnce(request, {
    provider: "fal",
    wrote: isWrittenByFal,
    accept: ({ body }) => accept(access, submission, body),
    classify: (answer) => classifyFailure(answer, "submit"),
  });
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

function unknownOutcome(detail: string): Submitted {
  return { kind: "unknown-outcome", detail: `fal ${detail}` };
}
