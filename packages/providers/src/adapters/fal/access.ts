import type { Clock } from "@covenant/domain";

/** How this deployment reaches fal. */
export type FalAccess = {
  /** `<key id>:<key secret>`. */
  key: string;
  /** `https://queue.fal.run`, without a trailing slash; the sandbox's in demo mode. */
  queueUrl: string;
  /** `https://rest.fal.ai/.well-known/jwks.json`. */
  keySetUrl: string;
  clock: Clock;
  /** Milliseconds a submit may take before its outcome counts as unknown; 30,000 unless told. */
  submitLimitMs?: number;
  /** Milliseconds for a read, a cancel or the public keys; 15,000 unless told. */
  readLimitMs?: number;
};

/** fal's own word before the key; `Bearer` is answered with 401. */
export function authorization({ key }: FalAccess): Record<string, string> {
  return { authorization: `Key ${key}` };
}
