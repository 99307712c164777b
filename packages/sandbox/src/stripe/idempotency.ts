import { createHash } from "node:crypto";
import { StripeRefusal } from "./stripe-error.ts";

export type StoredAnswer = { status: number; body: string };

export type Idempotency = {
  /** The first answer under this key; undefined when there is none. Throws when the parameters differ. */
  find(key: string, fingerprint: string): StoredAnswer | undefined;
  keep(key: string, fingerprint: string, answer: StoredAnswer): void;
};

const keptMilliseconds = 24 * 60 * 60 * 1000;

/** Answers by key for 24 hours (https://docs.stripe.com/api/idempotent_requests). */
export function createIdempotency(): Idempotency {
  const answers = new Map<string, { fingerprint: string; answer: StoredAnswer; at: number }>();
  return {
    find(key, fingerprint) {
      const stored = answers.get(key);
      if (!stored || Date.now() - stored.at > keptMilliseconds) return undefined;
      if (stored.fingerprint === fingerprint) return stored.answer;
      throw new StripeRefusal(400, {
        type: "idempotency_error",
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      });
    },
    keep: (key, fingerprint, answer) => answers.set(key, { fingerprint, answer, at: Date.now() }),
  };
}

/** What must be equal for two requests to be the same. */
export function fingerprintOf(path: string, body: unknown): string {
  return createHash("sha256")
    .update(path)
    .update("\n")
    .update(JSON.stringify(body ?? null))
    .digest("hex");
}
