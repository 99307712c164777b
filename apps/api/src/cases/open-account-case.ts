import { recordAct, type Tx } from "@covenant/db";
import {
  type AccountFacts,
  type Actor,
  type CaseId,
  type MemberId,
  newId,
  type RequestId,
  type StorefrontId,
} from "@covenant/domain";

export type NewAccountCase = {
  storefront: StorefrontId;
  memberId: MemberId;
  facts: AccountFacts;
  actor: Actor;
  /** The request that opened it, which opens it once. */
  causeId?: RequestId;
};

/** The open case about the same conduct of a member, locked until the transaction ends; null where there is none. */
export async function lockOpenAccountCase(
  tx: Tx,
  { memberId, conduct }: { memberId: MemberId; conduct: AccountFacts["conduct"] },
): Promise<CaseId | null> {
  const [row] = await tx.query<{ id: CaseId }>(
    `SELECT id FROM review_case WHERE member_id = $1::text AND kind = 'account' AND facts ->> 'conduct' = $2::text
     AND state IN ('open', 'claimed') FOR NO KEY UPDATE`,
    [memberId, conduct],
  );
  return row?.id ?? null;
}

/**
 * Opens the file of an account. The caller holds the member's conduct lock and found none open; should another be there
 * after all, the database refuses it (`account_case_open_once`).
 */
export async function openAccountCase(tx: Tx, { facts, actor, ...subject }: NewAccountCase): Promise<CaseId> {
  const id = newId("case");
  await tx.rows.case.create({
    data: {
      id,
      ...subject,
      kind: "account",
      facts,
      state: "open",
      signals: [],
      creditsUnderReview: 0,
      openedAt: tx.at,
    },
  });
  await recordAct(tx, {
    actor,
    act: "case.open",
    on: id,
    facts: { memberId: subject.memberId, kind: "account", conduct: facts.conduct },
  });
  return id;
}

/** Everything that decides about one member's conduct waits for it: counting, opening and deciding go one after another. */
export async function lockConductOf(tx: Tx, memberId: MemberId): Promise<void> {
  await tx.query("SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended('conduct:' || $1::text, 0))", [
    memberId,
  ]);
}
