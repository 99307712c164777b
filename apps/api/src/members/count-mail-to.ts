import type { SqlRunner } from "@covenant/db";
import { countTry } from "../limits/count-try.ts";
import { hashedEmail } from "../sessions/sign-in-tries.ts";
import type { MemberAddress } from "./member-store.ts";

/** At most five mails an hour to an address that a stranger typed, whether it has an account or not. */
export async function countMailTo(db: SqlRunner, { storefront, email }: MemberAddress): Promise<void> {
  await countTry(db, `mail-to:${storefront}:${hashedEmail(email)}`, { most: 5, seconds: 60 * 60 });
}
