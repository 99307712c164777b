import { enqueue, grant, reclaim, recordAct, type Tx } from "@covenant/db";
import {
  type Actor,
  credits,
  type MemberId,
  newId,
  type OrderId,
  type RefundId,
  type RefundRequest,
  type RefundView,
  Refusal,
  type RulingId,
  type StaffActor,
  type StaffId,
  type StorefrontId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { lockOrder, type OrderRow } from "../orders/lock-order.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { needsApproval } from "./needs-approval.ts";
import { requirePaid } from "./paid-order.ts";
import { planRefund, type RefundPlan, requirePreviewed } from "./plan-refund.ts";
import { followWithdrawalJob, sendRefundJob } from "./refunds-jobs.ts";
import { confirmWithdrawal, tellOfRefund } from "./tell-of-refund.ts";
import { type RefundRow, viewRefund } from "./view-refund.ts";

/**
 * Gives an order's money back: its unspent credits are taken first, in the transaction that asks for the money, so that
 * nobody spends them in between. The plan is made anew under the lock and must be what the preview showed.
 * @throws Refusal "refund/plan-changed" with what it would be now, "refund/not-due", "thing/not-found";
 *   "refund/needs-approval" where a second person has to.
 */
export async function refundOrder(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  request: RefundRequest,
): Promise<RefundView> {
  return db.transaction((tx) => refundWithin(tx, { actor, request, at: clock.now() }));
}

type RefundCommand = {
  /** Of a refund that was proposed: who approved it. */
  actor: Actor;
  request: RefundRequest;
  at: Date;
  proposedBy?: StaffId;
  /** What the command that it is part of found to be owed, by the books: nobody chose it, so nobody else is asked. */
  isOwed?: true;
};

/** As {@link refundOrder}, in the transaction of a command that a refund is part of. */
export async function refundWithin(
  tx: Tx,
  { actor, request, at, proposedBy, isOwed }: RefundCommand,
): Promise<RefundView> {
  const order = requirePaid(await lockOrder(tx, request.orderId));
  const earlier = await tx.rows.refund.findUnique({ where: { requestId: request.requestId } });
  if (earlier !== null) {
    if (earlier.orderId !== order.id) throw new Refusal("request/reused-key", { refundId: earlier.id });
    return viewRefund(earlier);
  }
  const { ground, chosen, receivedAt, way = "payment" } = request;
  const plan = await planRefund(tx, order, { ground, chosen, way, now: at, ...(receivedAt && { receivedAt }) });
  requirePreviewed(plan, request.expected);
  if (actor.kind === "staff" && proposedBy === undefined && isOwed !== true && needsApproval(order, plan))
    throw new Refusal("refund/needs-approval");
  const row = await writeRefund(tx, { order, plan, actor, request, at, ...(proposedBy && { proposedBy }) });
  await moveCredits(tx, order, row);
  if (ground === "withdrawal") await takeWithdrawal(tx, { order, plan, actor, row });
  await tellWatchers(tx, order.id);
  if (row.state === "asked") await enqueue(tx, sendRefundJob, { refundId: row.id as RefundId });
  else await tellOfRefund(tx, { order, refund: row, outcome: "succeeded" });
  return viewRefund(row);
}

type Taken = { order: OrderRow; plan: RefundPlan; actor: Actor; row: RefundRow };

/** What a member withdraws from themselves is followed by `withdraw`; what staff enter for them, by a job of its own. */
async function takeWithdrawal(tx: Tx, { order, plan, actor, row }: Taken): Promise<void> {
  await confirmWithdrawal(tx, { order, plan });
  if (actor.kind !== "staff" || order.subscriptionId === null) return;
  await enqueue(tx, followWithdrawalJob, { refundId: row.id as RefundId });
}

type NewRefund = RefundCommand & { order: OrderRow; plan: RefundPlan };

async function writeRefund(tx: Tx, { order, plan, actor, request, at, proposedBy }: NewRefund): Promise<RefundRow> {
  const { reclaim: reclaimed, goodwill, amountMinor } = plan.moves;
  const staffId = actor.kind === "staff" ? actor.staffId : null;
  const subject = { storefront: order.storefront as StorefrontId, memberId: order.memberId as MemberId };
  const rulingId: RulingId = await recordRuling(tx, subject, plan.ruling, plan.facts);
  // The column's CHECK keeps all refunds of an order together within what was charged.
  await tx.rows.order.update({ where: { id: order.id }, data: { refundedMinor: { increment: amountMinor } } });
  const row = await tx.rows.refund.create({
    data: {
      id: newId("refund"),
      ...subject,
      orderId: order.id,
      requestId: request.requestId,
      staffId: proposedBy ?? staffId,
      approvedBy: proposedBy === undefined ? null : staffId,
      ground: request.ground,
      note: request.note,
      rulingId,
      askedAt: at,
      reclaimed,
      goodwill,
      amountMinor,
      currency: order.chargedCurrency,
      way: request.way ?? "payment",
      receivedAt: request.ground === "withdrawal" ? plan.facts.now : null,
      // Where the processor sends no money there is nobody to ask.
      ...(amountMinor === 0 || request.way === "transfer" ? { state: "succeeded", endedAt: at } : { state: "asked" }),
    },
  });
  const facts = { refundId: row.id, amountMinor, reclaimed, goodwill };
  await recordAct(tx, { actor, act: "order.refund", on: order.id, rulingId, note: request.note, facts });
  return row;
}

async function moveCredits(tx: Tx, order: OrderRow, { id, reclaimed, goodwill }: RefundRow): Promise<void> {
  const walletId = order.memberId as MemberId;
  const orderId = order.id as OrderId;
  if (reclaimed > 0) {
    await reclaim(tx, {
      walletId,
      orderId,
      credits: credits(reclaimed),
      reason: "order refunded",
      key: `${id}.reclaim`,
    });
  }
  if (goodwill > 0) {
    await grant(tx, {
      walletId,
      lotId: newId("lot"),
      credits: credits(goodwill),
      source: "goodwill",
      cause: orderId,
      reason: "in place of a refund",
      key: `${id}.goodwill`,
    });
  }
}
