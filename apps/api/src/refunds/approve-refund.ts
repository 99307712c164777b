import {
  type ProposalId,
  type ProposedRefundView,
  type RefundRequest,
  type RefundView,
  Refusal,
  refundRequest,
  type StaffActor,
  type StaffId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { decideProposal, lockProposal } from "../proposals/decide-proposal.ts";
import { isSame } from "./plan-refund.ts";
import { previewRefund } from "./preview-refund.ts";
import { refundWithin } from "./refund-order.ts";

type RefundDeps = Pick<Deps, "db" | "clock">;

/**
 * What a proposed refund would do now, beside what was proposed. Nothing is done.
 * @throws Refusal "thing/not-found"; as `previewRefund`.
 */
export async function previewProposed(
  deps: RefundDeps,
  { proposalId: id }: { proposalId: ProposalId },
): Promise<ProposedRefundView> {
  const row = await deps.db.rows.proposal.findFirst({ where: { id, kind: "refund" } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "proposal" });
  const { requestId: _, note: __, expected, ...question } = requestOf(row);
  const plan = await previewRefund(deps, question);
  return { plan, isAsProposed: isSame(plan.moves, expected) };
}

/**
 * Gives back what somebody else proposed, exactly so: decision, refund and acts are one transaction.
 * @throws Refusal "refund/plan-changed" where it would be another by now, and the proposal stays open; "proposal/own",
 *   "proposal/already-decided", "thing/not-found".
 */
export async function approveRefund(
  { db, clock }: RefundDeps,
  actor: StaffActor,
  { proposalId }: { proposalId: ProposalId },
): Promise<RefundView> {
  return db.transaction(async (tx) => {
    const at = clock.now();
    const row = await lockProposal(tx, proposalId, actor);
    await decideProposal(tx, row, { actor, at, state: "approved" });
    const proposedBy = row.proposedBy as StaffId;
    return refundWithin(tx, { actor, request: requestOf(row), at, proposedBy });
  });
}

/** As it was checked when it was proposed. */
function requestOf({ request }: { request: unknown }): RefundRequest {
  return refundRequest.parse(request);
}
