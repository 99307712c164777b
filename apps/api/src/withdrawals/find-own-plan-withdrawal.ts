import type { MemberActor, OrderId, WithdrawalPlanView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { previewWithdrawal } from "./preview-withdrawal.ts";

/** What withdrawing from the member's running subscription would do: from the order that began it, and all since. */
export async function findOwnPlanWithdrawal(
  deps: Pick<Deps, "db" | "clock">,
  actor: MemberActor,
): Promise<WithdrawalPlanView | null> {
  const first = await deps.db.rows.order.findFirst({
    where: { state: "paid", subscription: { memberId: actor.memberId, state: { not: "ended" } } },
    orderBy: { paidAt: "asc" },
  });
  return first === null ? null : previewWithdrawal(deps, actor, { orderId: first.id as OrderId });
}
