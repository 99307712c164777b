import type { FailureClass, ReadAlert } from "../spec.ts";

/** How an attempt may end, as far as every provider must agree about it. */
type Ending =
  | { kind: "failed"; class: FailureClass; stage?: string; category?: string | null }
  | { kind: "finished"; withheld: number }
  | { kind: "unknown-outcome" }
  | { kind: "gone" };

/**
 * What a far end can do to an attempt, and how every adapter must report it, wherever in its wire it comes up: in the answer
 * to a submission, in a status, in a result.
 */
export const endings = {
  "refuses the prompt": { kind: "failed", class: "policy-input" },
  "refuses without saying which side": { kind: "failed", class: "policy-input", stage: "unknown" },
  "blocks the prompt in a good answer": { kind: "failed", class: "policy-input" },
  "withholds what it made": { kind: "failed", class: "policy-output", stage: "output" },
  "withholds what it made in another word": { kind: "failed", class: "policy-output", stage: "output" },
  "makes nothing and says nothing": { kind: "failed", class: "policy-output", stage: "output" },
  "withholds one of two": { kind: "finished", withheld: 1 },
  "finishes without a file": { kind: "failed", class: "unknown" },
  "cannot use the input": { kind: "failed", class: "bad-input" },
  crashes: { kind: "failed", class: "transient" },
  "is limited": { kind: "failed", class: "capacity" },
  "has no place in its queue": { kind: "failed", class: "capacity" },
  "says that our account is empty": { kind: "failed", class: "account" },
  "does not take our key": { kind: "failed", class: "account" },
  "has retired the model": { kind: "failed", class: "model-gone" },
  "loses the answer": { kind: "unknown-outcome" },
  "keeps silent": { kind: "unknown-outcome" },
  "answers in nonsense": { kind: "unknown-outcome" },
  "is cut off by a gateway": { kind: "unknown-outcome" },
  "finishes after several reads": { kind: "finished", withheld: 0 },
  "forgets the job": { kind: "gone" },
  "forgets the result": { kind: "gone" },
  "ignores a cancellation": { kind: "finished", withheld: 0 },
} as const satisfies Record<string, Ending>;

/** What a read meets while the work goes on: none of it ends the attempt. */
export const readings = {
  "is queued": { stage: "queued", alert: null },
  "is at work": { stage: "running", alert: null },
  "locks our account while it works": { alert: "account" },
  "limits our reading": { alert: "capacity" },
  "drops our reading": { alert: "unreachable" },
} as const satisfies Record<string, { stage?: string; alert: ReadAlert | null }>;

/** What becomes of a file on its way to us, and the faults our fetcher may find in it. */
export const files = {
  "lets the address expire": ["status"],
  "redirects inwards": ["private-address", "port"],
  "sends the file drop by drop": ["timeout", "idle"],
} as const;

/** What a provider that calls back may do, and how many of its calls may be believed. */
export const callbacks = {
  "calls back": { calls: 1, believed: 1 },
  "calls back before it answers": { calls: 1, believed: 1 },
  "calls back three times": { calls: 3, believed: 3 },
  "forges its signature": { calls: 1, believed: 0 },
  "calls back ten minutes late": { calls: 1, believed: 0 },
  "signs with a new key": { calls: 1, believed: 1 },
  "never calls back": { calls: 0, believed: 0 },
} as const;

/** What it counts and bills. */
export const bills = ["counts more than was quoted"] as const;

export type Scene =
  | keyof typeof endings
  | keyof typeof readings
  | keyof typeof files
  | keyof typeof callbacks
  | (typeof bills)[number];

/** Names of a table, for tests that go through it. */
export function scenesOf<T extends object>(table: T): (keyof T & Scene)[] {
  return Object.keys(table) as (keyof T & Scene)[];
}

/** What there can only be where work leaves a job to come back to, and files an address. */
export const scenesOfJobs = [
  "finishes after several reads",
  "forgets the job",
  "forgets the result",
  "ignores a cancellation",
  ...scenesOf(readings),
  ...scenesOf(files),
  ...scenesOf(callbacks),
] as const satisfies readonly Scene[];
