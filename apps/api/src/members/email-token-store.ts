import { createHash, randomBytes } from "node:crypto";
import type { SqlRunner, Tx } from "@covenant/db";
import type { MemberId, StorefrontId } from "@covenant/domain";

/** What a mailed link is for, and the minutes in which it works. */
export const linkMinutes = { confirm: 24 * 60, reset: 30 } as const;
export type LinkPurpose = keyof typeof linkMinutes;

/** Makes the token of a link and voids every earlier one of its kind. Only its hash is stored. */
export async function newEmailToken(tx: Tx, memberId: MemberId, purpose: LinkPurpose): Promise<string> {
  await voidEmailTokens(tx, memberId, [purpose]);
  const token = randomBytes(32).toString("base64url");
  await tx.query(
    `INSERT INTO email_token (id, member_id, purpose, expires_at)
     VALUES ($1::text, $2::text, $3::text, now() + make_interval(mins => $4::int))`,
    [hashOf(token), memberId, purpose, linkMinutes[purpose]],
  );
  return token;
}

/** Voids the links that were mailed to a member and not opened yet, all of them or those of the given kinds. */
export async function voidEmailTokens(
  tx: Tx,
  memberId: MemberId,
  purposes: readonly LinkPurpose[] = ["confirm", "reset"],
): Promise<void> {
  await tx.query(
    `UPDATE email_token SET spent_at = now()
     WHERE member_id = $1::text AND purpose = ANY ($2::text[]) AND spent_at IS NULL`,
    [memberId, [...purposes]],
  );
}

export type SpentLink = { storefront: StorefrontId; purpose: LinkPurpose; token: string };

/**
 * Spends a link's token. Whoever opens a mailed link reads the mailbox, so the address is confirmed with it, whatever
 * the link was for. Null: unknown, spent, too old, of another purpose or storefront, or of a closed account.
 */
export async function spendEmailToken(
  sql: SqlRunner,
  { storefront, purpose, token }: SpentLink,
): Promise<MemberId | null> {
  const [row] = await sql.query<{ id: MemberId }>(
    `WITH spent AS (
       UPDATE email_token t SET spent_at = now() FROM member m
       WHERE t.id = $1::text AND t.purpose = $3::text AND t.spent_at IS NULL AND t.expires_at > now()
         AND m.id = t.member_id AND m.storefront = $2::text AND m.closed_at IS NULL
       RETURNING t.member_id)
     UPDATE member SET email_confirmed_at = coalesce(email_confirmed_at, now()) FROM spent
     WHERE member.id = spent.member_id RETURNING member.id`,
    [hashOf(token), storefront, purpose],
  );
  return row?.id ?? null;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
