import { createHash } from "node:crypto";
import type { Books } from "../books/books.ts";
import { StripeRefusal } from "./stripe-error.ts";

export type StoredAnswer = { status: number; body: string };

const keptMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The first answer under this key, for 24 hours; undefined when there is none
 * (https://docs.stripe.com/api/idempotent_requests). Throws when the parameters differ.
 */
export function findAnswer({ answers }: Books, key: string, fingerprint: string): StoredAnswer | undefined {
  const stored = answers.get(key);
  if (!stored || Date.now() - stored.at > keptMilliseconds) return undefined;
  if (stored.fingerprint === fingerprint) return stored.answer;
  throw new StripeRefusal(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

/** Keeps an answer under its key, and forgets those whose time is over. */
export function keepAnswer({ answers }: Books, key: string, fingerprint: string, answer: StoredAnswer): void {
  const now = Date.now();
  for (const [old, { at }] of answers) if (now - at > keptMilliseconds) answers.delete(old);
  answers.set(key, { fingerprint, answer, at: now });
}

/** What must be equal for two requests to be the same. */
export function fingerprintOf(path: string, body: unknown): string {
  return createHash("sha256")
    .update(path)
    .update("\n")
    .update(JSON.stringify(body ?? null))
    .digest("hex");
}
