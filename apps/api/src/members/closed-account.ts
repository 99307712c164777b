import type { Database } from "@covenant/db";
import { type CaseId, type MemberId, Refusal } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { MemberAddress } from "./member-store.ts";

export type ClosedAccount = {
  memberId: MemberId;
  /** The file of the decision that closed it. */
  caseId: CaseId;
  passwordHash: string;
  statement: string;
  closedAt: Date;
};

/** The account of an address that a decision closed, with the statement of reasons; null for any other. */
export async function findClosedAccount(
  db: Pick<Database, "query">,
  { storefront, email }: MemberAddress,
): Promise<ClosedAccount | null> {
  const [row] = await db.query<ClosedAccount>(
    `SELECT m.id AS "memberId", s.case_id AS "caseId", m.password_hash AS "passwordHash", s.statement, t.carried_out_at AS "closedAt"
     FROM member m JOIN termination t ON t.member_id = m.id AND t.carried_out_at IS NOT NULL AND t.reopened_at IS NULL
     JOIN sanction s ON s.id = t.sanction_id
     WHERE m.storefront = $1::text AND m.email = $2::text AND m.closed_at IS NOT NULL
     ORDER BY t.carried_out_at DESC LIMIT 1`,
    [storefront, email],
  );
  return row ?? null;
}

/** Tells whoever has the password of a closed account why it is closed, and how to appeal. */
export function refuseClosed({ storefront }: MemberAddress, { statement, closedAt }: ClosedAccount): never {
  const { supportEmail } = storefronts[storefront];
  throw new Refusal("member/account-closed", { statement, closedAt: closedAt.toISOString(), supportEmail });
}
