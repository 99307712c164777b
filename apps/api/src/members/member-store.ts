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
    `INSERT INTO member AS m (id, storefront, email, password_hash, born_on, country, created_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text::date, $6::text, $7::timestamptz)
     ON CONFLICT (storefront, email) DO UPDATE
       SET password_hash = excluded.password_hash, born_on = excluded.born_on, country = excluded.country
       WHERE m.email_confirmed_at IS NULL AND m.closed_at IS NULL
     RETURNING id`,
    [id, storefront, email, passwordHash, bornOn, country, tx.at],
  );
  return row?.id ?? null;
}

/** Locks the account of an address; null where there is none, or a closed one. */
export async function lockMember(
  tx: Tx,
  { storefront, email }: MemberAddress,
): Promise<{ id: MemberId; isConfirmed: boolean } | null> {
  const [row] = await tx.query<{ id: MemberId; isConfirmed: boolean }>(
    `SELECT id, email_confirmed_at IS NOT NULL AS "isConfirmed" FROM member
     WHERE storefront = $1::text AND email = $2::text AND closed_at IS NULL FOR NO KEY UPDATE`,
    [storefront, email],
  );
  return row ?? null;
}

/** Replaces a member's password; answers the address the account is under. */
export async function replacePassword(sql: SqlRunner, memberId: MemberId, passwordHash: string): Promise<string> {
  const [row] = await sql.query<{ email: string }>(
    "UPDATE member SET password_hash = $2::text WHERE id = $1::text RETURNING email",
    [memberId, passwordHash],
  );
  if (row === undefined) throw new Error(`${memberId} is not there`);
  return row.email;
}

/** A version whose box a member ticked, and when. */
export type TickedTerms = { memberId: MemberId; version: string; at: Date };

/** Records that a member accepted a version of the terms by ticking it; accepted twice, the first time stands. */
export async function acceptTermsVersion(sql: SqlRunner, { memberId, version, at }: TickedTerms): Promise<void> {
  await sql.query(
    `INSERT INTO terms_acceptance (member_id, terms_version, accepted_at, how)
     VALUES ($1::text, $2::text, $3::timestamptz, 'ticked') ON CONFLICT DO NOTHING`,
    [memberId, version, at],
  );
}
