import { enqueue, recordAct, type Tx } from "@covenant/db";
import { type Actor, type MemberId, newId, type StorefrontId, type SubscriptionId } from "@covenant/domain";
import { refundWithin } from "../refunds/refund-order.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import type { SubscriptionRow } from "./lock-subscription.ts";
import type { CancellationPlan } from "./plan-cancellation.ts";
import { settleSubscriptionJob } from "./subscriptions-jobs.ts";
import { confirmCancellation } from "./tell-of-subscription.ts";

type CarryOut = {
  plan: CancellationPlan;
  actor: Actor;
  act: string;
  /** Why, where a person of the staff or the system did it. */
  note?: string;
  at: Date;
  /** Beside what every such act says. */
  facts?: Record<string, string>;
};

const ourselves = { kind: "system", part: "subscriptions" } as const;

/**
 * Does what a cancellation was found to do, under the subscription's lock: renewals that came after it go back, the
 * subscription ends with the period that was running, or at once where that is over, and its member hears of it by mail.
 */
export async function carryOutCancellation(tx: Tx, row: SubscriptionRow, todo: CarryOut): Promise<void> {
  const { plan, actor, act, note = "A renewal came after the cancellation.", at } = todo;
  const subject = { storefront: row.storefront as StorefrontId, memberId: row.memberId as MemberId };
  const rulingId = await recordRuling(tx, subject, plan.ruling, plan.facts);
  const facts = { ...todo.facts, receivedAt: plan.facts.receivedAt.toISOString(), paidBack: plan.late.length };
  await recordAct(tx, {
    actor,
    act,
    on: row.id,
    rulingId,
    facts,
    ...(todo.note === undefined ? {} : { note: todo.note }),
  });
  for (const { orderId, moves } of plan.late) {
    const asked = { orderId, ground: "late-renewal", chosen: null, note, expected: moves } as const;
    const by = actor.kind === "member" ? ourselves : actor;
    await refundWithin(tx, { actor: by, request: { ...asked, requestId: newId("request") }, at, isOwed: true });
  }
  if (plan.ruling.outcome.changes && row.state !== "ended") await end(tx, row, todo);
  const { channel } = plan.facts;
  await confirmCancellation(tx, row, { channel, explanation: plan.ruling.explanation.member });
}

async function end(tx: Tx, { id }: SubscriptionRow, { plan, at }: CarryOut): Promise<void> {
  const { effectiveAt } = plan.ruling.outcome;
  await tx.rows.subscription.update({
    where: { id },
    data: {
      cancelledAt: plan.facts.receivedAt,
      cancelledBy: plan.facts.channel,
      endsAt: effectiveAt,
      invoiceUrl: null,
      ...(effectiveAt <= at ? { state: "ended", endedAt: at } : { state: "cancelling" }),
    },
  });
  await enqueue(tx, settleSubscriptionJob, { subscriptionId: id as SubscriptionId });
}
