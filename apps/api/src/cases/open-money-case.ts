import { recordAct, type Tx } from "@covenant/db";
import { type MemberId, type MoneyFacts, newId, type OrderId, type StorefrontId } from "@covenant/domain";

export type NewMoneyCase = {
  storefront: StorefrontId;
  memberId: MemberId;
  orderId: OrderId;
  /** The refund, dispute or warning that led to it: it has one case. */
  causeId: string;
  facts: MoneyFacts;
};

/**
 * Opens the file of money that needs a person. Said again of the same cause, it brings the facts up to date, and opens a
 * file again that had closed by itself; what a person closed stays closed.
 */
export async function openMoneyCase(tx: Tx, { facts, causeId, ...subject }: NewMoneyCase): Promise<void> {
  const known = await tx.rows.case.findUnique({ where: { causeId }, include: { decision: true } });
  if (known !== null) {
    if (known.decision !== null) return;
    const reopened = { state: "open", outcome: null, decidedAt: null };
    await tx.rows.case.update({ where: { causeId }, data: { facts, ...(known.state === "open" ? {} : reopened) } });
    return;
  }
  const id = newId("case");
  await tx.rows.case.create({
    data: {
      id,
      ...subject,
      causeId,
      kind: facts.kind,
      facts,
      state: "open",
      signals: [],
      creditsUnderReview: 0,
      openedAt: tx.at,
    },
  });
  const actor = { kind: "system", part: "cases" } as const;
  await recordAct(tx, { actor, act: "case.open", on: id, facts: { orderId: subject.orderId, kind: facts.kind } });
}
