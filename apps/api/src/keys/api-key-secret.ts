import { createHash, randomBytes } from "node:crypto";

/** What every key begins with, so that secret scanners and people recognise one. */
const prefix = "cov_live_";

/** A fresh key: 256 random bits. Shown once; only its digest is kept. */
export function newSecret(): { secret: string; digest: string; hint: string } {
  const secret = prefix + randomBytes(32).toString("base64url");
  return { secret, digest: digestOf(secret), hint: secret.slice(0, prefix.length + 6) };
}

/** SHA-256 is right for a secret of this entropy: there is nothing to guess, and a lookup stays cheap. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The key of an `Authorization: Bearer …` header; null when it carries none of ours. */
export function secretOf(authorization: string | undefined): string | null {
  const match = authorization?.match(/^Bearer (cov_live_[\w-]{43})$/);
  return match?.[1] ?? null;
}
