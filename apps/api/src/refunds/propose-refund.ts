import {
  type Currency,
  type MemberId,
  type ProposalId,
  type RefundRequest,
  Refusal,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockOrder } from "../orders/lock-order.ts";
import { openProposal } from "../proposals/open-proposal.ts";
import { needsApproval } from "./needs-approval.ts";
import { requirePaid } from "./paid-order.ts";
import { planRefund, requirePreviewed } from "./plan-refund.ts";

/**
 * Proposes a refund that one person may not give. Nothing moves until somebody else approves it.
 * @throws Refusal "refund/plan-changed", "refund/not-due", "proposal/already-open"; "request/invalid" where one is enough.
 */
export async function proposeRefund(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  request: RefundRequest,
): Promise<{ proposalId: ProposalId }> {
  return db.transaction(async (tx) => {
    const order = requirePaid(await lockOrder(tx, request.orderId));
    const at = clock.now();
    const plan = await planRefund(tx, order, { ...request, now: at });
    requirePreviewed(plan, request.expected);
    if (!needsApproval(order, plan))
      throw new Refusal("request/invalid", { field: "expected", reason: "So much one person may give back alone." });
    const proposal = {
      kind: "refund",
      storefront: order.storefront as StorefrontId,
      memberId: order.memberId as MemberId,
      subject: order.id,
      requestId: request.requestId,
      request,
      amount: { amountMinor: plan.moves.amountMinor, currency: order.chargedCurrency as Currency },
      note: request.note,
    } as const;
    const row = await openProposal(tx, { actor, proposal, at });
    return { proposalId: row.id as ProposalId };
  });
}
