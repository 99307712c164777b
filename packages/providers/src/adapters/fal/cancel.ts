import { ProviderFault } from "../../provider-fault.ts";
import type { CancelAnswer, Handle } from "../../spec.ts";
import { callUpstream, type UpstreamAnswer } from "../call-upstream.ts";
import { authorization, type FalAccess } from "./access.ts";
import { cancelBody } from "./wire.ts";

/** Asks the queue to drop a job. What is queued leaves; what runs is only signalled and may still complete. */
export async function cancel(access: FalAccess, { urls }: Handle): Promise<CancelAnswer> {
  const timeLimitMs = access.readLimitMs ?? 15_000;
  try {
    return readAnswer(
      await callUpstream({ method: "PUT", url: urls.cancel, headers: authorization(access), timeLimitMs }),
    );
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return { kind: "unknown", detail: `fal ${error.message}` };
  }
}

function readAnswer({ status, body }: UpstreamAnswer): CancelAnswer {
  if (status === 404) return { kind: "gone" };
  const told = cancelBody.safeParse(body);
  const { status: word, success } = told.success ? told.data : {};
  if (word === "ALREADY_COMPLETED" || success === false) return { kind: "too-late" };
  if (word === "CANCELLATION_REQUESTED" || success === true || status === 202) return { kind: "requested" };
  return { kind: "unknown", detail: `fal status ${status}` };
}
