import { createHash } from "node:crypto";
import type { SqlRunner } from "@covenant/db";
import type { StorefrontId } from "@covenant/domain";
import { countTry } from "../limits/count-try.ts";

/** Whose password is being tried, where, and from which address. */
export type SignInTry = { door: StorefrontId | "staff"; email: string; ip: string };

/**
 * Counts a try to sign in before anything is looked up, so that a thousand at once are counted too: at most 10 on one
 * account in 15 minutes, from wherever, and at most 100 from one address in an hour. What does not exist is counted
 * alike. Throws Refusal "request/too-many".
 */
export async function countSignIn(db: SqlRunner, attempt: SignInTry): Promise<void> {
  await countTry(db, addressKey(attempt), { most: 100, seconds: 60 * 60 });
  await countTry(db, accountKey(attempt), { most: 10, seconds: 15 * 60 });
}

/** A try that succeeded was no guess: it leaves the address's count, and the account's count starts again. */
export async function forgiveSignIn(db: SqlRunner, attempt: SignInTry): Promise<void> {
  await forgiveAccount(db, attempt);
  await db.query("UPDATE rate_window SET count = greatest(count - 1, 0) WHERE key = $1::text", [addressKey(attempt)]);
}

/** Forgets the tries on an account: whoever proved in another way that it is theirs begins anew. */
export function forgiveAccount(db: SqlRunner, account: Pick<SignInTry, "door" | "email">): Promise<void> {
  return forgiveTries(db, accountKey(account));
}

/** Forgets every try counted under a key. */
export async function forgiveTries(db: SqlRunner, key: string): Promise<void> {
  await db.query("DELETE FROM rate_window WHERE key = $1::text", [key]);
}

/** An address people typed, as limits keep it: its hash, since what is typed may be anybody's, or a password. */
export function hashedEmail(email: string): string {
  return createHash("sha256").update(email).digest("base64url").slice(0, 22);
}

const addressKey = ({ door, ip }: SignInTry) => `sign-in:address:${door}:${ip}`;
const accountKey = ({ door, email }: Pick<SignInTry, "door" | "email">) =>
  `sign-in:account:${door}:${hashedEmail(email)}`;
