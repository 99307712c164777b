import { Refusal, type RefusalCode, type RefusalFacts } from "./refusal.ts";

type Refused = { code: RefusalCode; facts: RefusalFacts };

/** What the api tells about an error beside its message. */
type FailureFacts = {
  requestId?: string | null;
  refusal?: Refused | null;
  /** Bad input by field, `{ "email": "…" }`; an empty name is the whole form. */
  fields?: Record<string, string> | null;
};

/** The refusal inside an error, the api's or a page's own; null when the error is something else. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refusal) return { code: error.code, facts: error.facts };
  return factsOf(error).refusal ?? null;
}

/** What a person is told: what happened, what it means for them and what to do; and where in a form, if it was one. */
export type FailureWords = { title: string; detail?: string };
export type PresentedFailure = FailureWords & { fields?: Record<string, string>; requestId?: string };

/** Words for every refusal, and for whatever is none. */
export type FailurePhrases = {
  refusals: Record<RefusalCode, (facts: RefusalFacts) => FailureWords>;
  unexpected: FailureWords;
};

/** An error as a person reads it, with the request id that names it in the log. Never the raw message of a bug. */
export function phraseFailure(error: unknown, phrases: FailurePhrases): PresentedFailure {
  const { requestId } = factsOf(error);
  return { ...wordsOf(error, phrases), ...(requestId ? { requestId } : {}) };
}

function wordsOf(error: unknown, { refusals, unexpected }: FailurePhrases): PresentedFailure {
  const refusal = refusalOf(error);
  if (refusal !== null) return refusals[refusal.code](refusal.facts);
  const { fields } = factsOf(error);
  return fields ? { title: "Some of this needs correcting.", fields } : unexpected;
}

/** The client library hangs what came with the answer on the error as `data`. */
function factsOf(error: unknown): FailureFacts {
  const data = error instanceof Error && "data" in error ? error.data : null;
  return typeof data === "object" && data !== null ? data : {};
}

/** A fact as a number to print; 0 where it is none. */
export function factNumber(fact: RefusalFacts[string] | undefined): number {
  return typeof fact === "number" ? fact : 0;
}

/** A fact as text to print; undefined where it is none. */
export function factText(fact: RefusalFacts[string] | undefined): string | undefined {
  return typeof fact === "string" ? fact : undefined;
}
