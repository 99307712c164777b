import { recordAct } from "@covenant/db";
import { type RefundView, Refusal, type StaffActor, type TransferReturn } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { endWithin } from "./end-refund.ts";
import { viewRefund } from "./view-refund.ts";

/**
 * A transfer that a person made came back: its refund failed like any other, and its credits come back. Said twice it is
 * done once.
 * @throws Refusal "thing/not-found"; "refund/not-due" where no transfer was made.
 */
export async function returnTransfer(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { refundId, note }: TransferReturn,
): Promise<RefundView> {
  return db.transaction(async (tx) => {
    const refund = await tx.rows.refund.findUnique({ where: { id: refundId } });
    if (refund === null) throw new Refusal("thing/not-found", { thing: "refund" });
    if (refund.way !== "transfer") throw new Refusal("refund/not-due", { way: refund.way });
    const answer = { processorId: null, state: "failed", problem: "transfer_returned" } as const;
    const isNew = await endWithin(tx, { refundId, answer, at: clock.now() });
    if (isNew)
      await recordAct(tx, { actor, act: "refund.transfer-returned", on: refund.orderId, note, facts: { refundId } });
    return viewRefund(await tx.rows.refund.findUniqueOrThrow({ where: { id: refundId } }));
  });
}
