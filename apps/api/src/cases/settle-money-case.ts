import { recordAct, type Tx } from "@covenant/db";

/** Closes the file of a refund or dispute whose loss is none any more. One that a person closed, or none, stays as it is. */
export async function settleMoneyCase(tx: Tx, causeId: string): Promise<void> {
  const [closed] = await tx.rows.case.updateManyAndReturn({
    where: { causeId, state: "open" },
    data: { state: "closed", outcome: "closed", decidedAt: tx.at },
  });
  if (closed === undefined) return;
  await recordAct(tx, { actor: { kind: "system", part: "cases" }, act: "case.closed", on: closed.id });
}
