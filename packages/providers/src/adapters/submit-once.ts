import { ProviderFault } from "../provider-fault.ts";
import type { Failure, Submission, Submitted } from "../spec.ts";
import { callUpstream, type UpstreamAnswer, type UpstreamRequest } from "./call-upstream.ts";

/** What a provider's answer means. Asked only for answers the provider itself wrote. */
export type SubmitReader = {
  provider: string;
  /** Whether the provider wrote this error, rather than a gateway that may have passed the request on. */
  wrote(answer: UpstreamAnswer): boolean;
  /** A 2xx. */
  accept(answer: UpstreamAnswer): Submitted;
  classify(answer: UpstreamAnswer): Failure;
};

/** No provider here offers an idempotency key, so an attempt is sent once, and a lost answer is reported as such. */
export async function submitOnce(request: UpstreamRequest, reader: SubmitReader): Promise<Submitted> {
  try {
    return readAnswer(await callUpstream(request), reader);
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    const detail = `${reader.provider} ${error.message}`;
    if (error.kind !== "not-sent") return { kind: "unknown-outcome", detail };
    return refused({ class: "transient", category: null, stage: "submit", detail });
  }
}

function readAnswer(answer: UpstreamAnswer, reader: SubmitReader): Submitted {
  if (answer.status >= 200 && answer.status < 300) return reader.accept(answer);
  if ((answer.status === 502 || answer.status === 504) && !reader.wrote(answer)) {
    return { kind: "unknown-outcome", detail: `${reader.provider} gateway status ${answer.status}` };
  }
  return refused(reader.classify(answer), retryAfterSeconds(answer.headers));
}

function refused(failure: Failure, retryAfter: number | null = null): Submitted {
  return { kind: "refused", refusal: { ...failure, retryAfterSeconds: retryAfter } };
}

/** Where the work is done while we wait: no longer than the provider may take, nor past the attempt's own deadline. */
export function waitMs({ startDeadlineSeconds }: Submission, limitMs: number): number {
  return Math.min(limitMs, startDeadlineSeconds * 1000);
}

function retryAfterSeconds(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) : null;
}
