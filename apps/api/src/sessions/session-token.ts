import { createHash, randomBytes } from "node:crypto";

/** What the cookie carries: 256 random bits, 43 characters. It is never stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What the database keeps of a token, as 64 hexadecimal digits. A plain hash is enough, since nobody can guess a token
 * of 256 bits; and the hash is no token, so a stolen table opens nothing.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The token in a `Cookie` header, or null. Anything not in the shape of a token is not there; Lucia's own reader throws
 * on any malformed cookie in the header, whoever set it.
 */
export function readToken(header: string, cookie: string): string | null {
  if (header === "") return null;
  const pairs = header.split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}
