import { createHash, randomBytes } from "node:crypto";
import type { Database, SqlRunner, Tx } from "@covenant/db";
import type { MemberId, StorefrontId } from "@covenant/domain";

/** A member is looked up by the address used at one storefront. */
export type MemberAddress = { storefront: StorefrontId; email: string };

export type MemberKey = { id: MemberId; passwordHash: string };

/** The member of an address, for signing in; null for nobody, or for a closed account. */
export async function findMember(
  db: Pick<Database, "rows">,
  { storefront, email }: MemberAddress,
): Promise<MemberKey | null> {
  const row = await db.rows.member.findUnique({
    where: { storefront_email: { storefront, email }, closedAt: null },
    select: { id: true, passwordHash: true },
  });
  return row === null ? null : { id: row.id as MemberId, passwordHash: row.passwordHash };
}

export type NewMember = MemberAddress & { id: MemberId; passwordHash: string; bornOn: string; country: string };

/**
 * Writes a member. Where the address has an account nobody has confirmed, that account becomes this one: until then it
 * is nobody's, and the last to sign up counts. Null: a confirmed account is there, and stays as it is.
 */
export async function insertMember(tx: Tx, member: NewMember): Promise<MemberId | null> {
  const { id, storefront, email, passwordHash, bornOn, country } = member;
  const [row] = await tx.query<{ id: MemberId }>(
    `INSERT INTO member AS m (id, storefront, email, password_hash, born_on, country)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text::date, $6::text)
     ON CONFLICT (storefront, email) DO UPDATE
       SET password_hash = excluded.password_hash, born_on = excluded.born_on, country = excluded.country
       WHERE m.email_confirmed_at IS NULL AND m.closed_at IS NULL
     RETURNING id`,
    [id, storefront, email, passwordHash, bornOn, country],
  );
  return row?.id ?? null;
}

/** Locks the account of an address that waits to be confirmed; null where there is none. */
export async function lockUnconfirmed(tx: Tx, { storefront, email }: MemberAddress): Promise<MemberId | null> {
  const [row] = await tx.query<{ id: MemberId }>(
    `SELECT id FROM member WHERE storefront = $1::text AND email = $2::text
       AND email_confirmed_at IS NULL AND closed_at IS NULL FOR NO KEY UPDATE`,
    [storefront, email],
  );
  return row?.id ?? null;
}

/** Records that a member accepted a version of the terms; accepted twice, the first time stands. */
export async function acceptTermsVersion(sql: SqlRunner, memberId: MemberId, version: string): Promise<void> {
  await sql.query(
    "INSERT INTO terms_acceptance (member_id, terms_version) VALUES ($1::text, $2::text) ON CONFLICT DO NOTHING",
    [memberId, version],
  );
}

/** Hours in which the link of a confirmation mail works. */
export const confirmationHours = 24;

/** Makes the token of a confirmation link and voids every earlier one. Only its hash is stored. */
export async function newConfirmationToken(tx: Tx, memberId: MemberId): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.query(
    `UPDATE email_token SET spent_at = now()
     WHERE member_id = $1::text AND purpose = 'confirm' AND spent_at IS NULL`,
    [memberId],
  );
  await tx.query(
    `INSERT INTO email_token (id, member_id, purpose, expires_at)
     VALUES ($1::text, $2::text, 'confirm', now() + make_interval(hours => $3::int))`,
    [hashOf(token), memberId, confirmationHours],
  );
  return token;
}

/** Spends a confirmation token and confirms its member's address. Null: unknown, spent, too old, or another storefront's. */
export async function spendConfirmationToken(
  sql: SqlRunner,
  storefront: StorefrontId,
  token: string,
): Promise<MemberId | null> {
  const [row] = await sql.query<{ id: MemberId }>(
    `WITH spent AS (
       UPDATE email_token t SET spent_at = now() FROM member m
       WHERE t.id = $1::text AND t.purpose = 'confirm' AND t.spent_at IS NULL AND t.expires_at > now()
         AND m.id = t.member_id AND m.storefront = $2::text AND m.closed_at IS NULL
       RETURNING t.member_id)
     UPDATE member SET email_confirmed_at = coalesce(email_confirmed_at, now()) FROM spent
     WHERE member.id = spent.member_id RETURNING member.id`,
    [hashOf(token), storefront],
  );
  return row?.id ?? null;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
