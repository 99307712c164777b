import { ProviderFault } from "../../provider-fault.ts";
import type { Failure, Handle, Outcome, ReadAlert } from "../../spec.ts";
import { callUpstream, type UpstreamAnswer } from "../call-upstream.ts";
import { authorization, type FalAccess } from "./access.ts";
import { classifyCompletedError, classifyFailure, isWrittenByFal } from "./classify-failure.ts";
import { collectOutputs } from "./collect-outputs.ts";
import { requestErrorBody, statusBody } from "./wire.ts";

type Waiting = Extract<Outcome, { kind: "waiting" }>;

/** Reads the status and, once there is one, the result. What a read cannot tell leaves the attempt waiting. */
export async function readOutcome(access: FalAccess, handle: Handle): Promise<Outcome> {
  try {
    return await readStatus(access, handle);
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return waiting("unknown", error.kind === "unreadable" ? "unreadable" : "unreachable");
  }
}

async function readStatus(access: FalAccess, handle: Handle): Promise<Outcome> {
  const answer = await get(access, handle.urls.status);
  const silence = saysNothing(answer, "unknown");
  if (silence) return silence;
  if (answer.status === 404) return { kind: "gone" };
  const body = statusBody.safeParse(answer.body);
  if (!body.success) return waiting("unknown", answer.status >= 500 ? "unreachable" : "unreadable");
  switch (body.data.status) {
    case "IN_QUEUE":
      return waiting("queued");
    case "IN_PROGRESS":
      return waiting("running");
    case "COMPLETED":
      return readCompleted(access, handle, body.data);
    default:
      // A status fal has not published is an error of the reading, not of the job, so nothing is settled on it.
      return waiting("unknown", "unreadable");
  }
}

/** `COMPLETED` is also how a failure is reported. */
async function readCompleted(
  access: FalAccess,
  handle: Handle,
  { error, error_type }: { error?: string | null | undefined; error_type?: string | null | undefined },
): Promise<Outcome> {
  if (!error && !error_type) return readResult(access, handle);
  const failure = classifyCompletedError(error ?? "", error_type);
  if (failure) return { kind: "failed", failure };
  const outcome = await readResult(access, handle);
  return outcome.kind === "finished" ? failed("unknown", "completed with an unclassified error") : outcome;
}

async function readResult(access: FalAccess, handle: Handle): Promise<Outcome> {
  const answer = await get(access, handle.urls.result);
  const silence = saysNothing(answer, "finishing");
  if (silence) return silence;
  if (answer.status === 404) return { kind: "gone" };
  if (answer.status === 200) return collectOutputs(handle.outputs, answer.body);
  if (isStillRunning(answer)) return waiting("running");
  if (answer.status >= 500 && !isWrittenByFal(answer)) return waiting("finishing", "unreachable");
  return { kind: "failed", failure: classifyFailure(answer, "run") };
}

function get(access: FalAccess, url: string): Promise<UpstreamAnswer> {
  const timeLimitMs = access.readLimitMs ?? 15_000;
  return callUpstream({ method: "GET", url, headers: authorization(access), timeLimitMs });
}

/** A locked account or a limit answers the reader; the job may go on, finish and be billed all the same. */
function saysNothing({ status }: UpstreamAnswer, stage: Waiting["stage"]): Waiting | null {
  if (status === 401 || status === 402 || status === 403) return waiting(stage, "account");
  return status === 429 ? waiting(stage, "capacity") : null;
}

function isStillRunning({ status, body }: UpstreamAnswer): boolean {
  const told = requestErrorBody.safeParse(body);
  return status === 400 && told.success && /still in progress/i.test(told.data.detail);
}

function waiting(stage: Waiting["stage"], alert: ReadAlert | null = null): Waiting {
  return { kind: "waiting", stage, alert };
}

function failed(failureClass: Failure["class"], detail: string): Outcome {
  return { kind: "failed", failure: { class: failureClass, category: null, stage: "run", detail: `fal ${detail}` } };
}
