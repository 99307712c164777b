import { enqueue, recordAct, type Tx } from "@covenant/db";
import { newId, type OrderId, type SubscriptionId } from "@covenant/domain";
import type { CancellationChannel } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import type { OrderRow } from "../orders/lock-order.ts";
import { ensureProcessorPrice } from "../plans/processor-price.ts";
import { planRefund } from "../refunds/plan-refund.ts";
import { refundWithin } from "../refunds/refund-order.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { lockSubscription, type SubscriptionRow, withPrices } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";
import { settleSubscriptionJob } from "./subscriptions-jobs.ts";
import { confirmFallBack } from "./tell-of-subscription.ts";
import { priceOfOrder, withdrawnPeriod } from "./withdrawn-period.ts";

const ourselves = { kind: "system", part: "subscriptions" } as const;
const ended = "subscription.end-withdrawn";
const fellBack = "subscription.fall-back";

type Channel = Extract<CancellationChannel, "withdrawal" | "payment-lost">;
/** What took a period's payment away: a withdrawal's refund or a dispute, by its id, and when. */
type Withdrawn = { id: SubscriptionId; orderId: OrderId; cause: string; channel: Channel; at: Date };

/** Subscriptions that go on although a period of them was withdrawn from, or its payment was lost to the payer's bank. */
const withdrawnQuery = `
  SELECT s.id, back.order_id AS "orderId", back.cause, back.channel, back.at FROM (
    SELECT order_id, id AS cause, 'withdrawal' AS channel, coalesce(received_at, asked_at) AS at
    FROM refund WHERE ground = 'withdrawal' AND state <> 'failed'
    UNION ALL
    SELECT order_id, id, 'payment-lost', coalesce(closed_at, opened_at)
    FROM dispute WHERE state IN ('lost', 'prevented')
  ) back
  JOIN credit_order o ON o.id = back.order_id JOIN subscription s ON s.id = o.subscription_id
  WHERE s.started_at IS NOT NULL AND s.state <> 'ended' AND (back.channel = 'withdrawal' OR s.cancelled_at IS NULL)
    AND ($1::text IS NULL OR back.cause = $1::text)
    AND NOT EXISTS (SELECT FROM act a WHERE a.subject = s.id AND a.act IN ('${ended}', '${fellBack}')
      AND a.facts ->> 'cause' = back.cause)
  ORDER BY back.at, back.cause LIMIT 50`;

type EndDeps = Pick<Deps, "db" | "clock" | "payments">;

/**
 * Whoever withdraws from a period wants no more of them: the subscription ends at once, and what else was paid for it goes
 * back by the same right (Directive 2011/83/EU, art. 12: withdrawal ends the obligation to go on). Whoever withdraws from an
 * upgrade goes on with the plan before it. Whose bank took a payment back is cancelled, and may keep it after all. Each
 * once.
 */
export async function endWithdrawn(deps: EndDeps): Promise<number> {
  const found = await deps.db.query<Withdrawn>(withdrawnQuery, [null]);
  for (const withdrawn of found) await follow(deps, withdrawn);
  return found.length;
}

/** As {@link endWithdrawn}, for one withdrawal that has just come about. */
export async function followWithdrawal(deps: EndDeps, { refundId }: { refundId: string }): Promise<void> {
  const [withdrawn] = await deps.db.query<Withdrawn>(withdrawnQuery, [refundId]);
  if (withdrawn !== undefined) await follow(deps, withdrawn);
}

async function follow(deps: EndDeps, withdrawn: Withdrawn): Promise<void> {
  const order = await deps.db.rows.order.findUniqueOrThrow({ where: { id: withdrawn.orderId } });
  const period = await withdrawnPeriod(deps.db, order);
  if (withdrawn.channel === "withdrawal" && period.kind === "upgrade")
    return fallBack(deps, withdrawn, { left: order, standing: period.standing });
  await deps.db.transaction((tx) => end(tx, deps, { withdrawn, order }));
}

const notes = {
  withdrawal: "The member withdrew from a period of it.",
  "payment-lost": "The payment of a period was lost to the payer's bank.",
} as const satisfies Record<Channel, string>;

async function end(
  tx: Tx,
  { clock }: Pick<Deps, "clock">,
  { withdrawn, order }: { withdrawn: Withdrawn; order: OrderRow },
): Promise<void> {
  const { id, channel, cause } = withdrawn;
  const row = await lockSubscription(tx, id);
  if (row === null || row.state === "ended" || row.startedAt === null || (await isFollowed(tx, withdrawn))) return;
  // The processor's clock, which says when it was paid, may be a moment ahead of ours.
  const now = new Date(Math.max(row.startedAt.getTime(), clock.now().getTime()));
  const receivedAt =
    channel === "withdrawal" ? new Date(Math.max(row.startedAt.getTime(), withdrawn.at.getTime())) : now;
  const plan = await planCancellation(tx, row, { channel, receivedAt, now: now < receivedAt ? receivedAt : now });
  const note = notes[channel];
  await carryOutCancellation(tx, row, { plan, actor: ourselves, act: ended, note, at: now, facts: { cause } });
  if (channel === "withdrawal") await payBackOthers(tx, order, { receivedAt, now });
}

/** Upgrades of a period go back with it, as far as the law gives them back. */
async function payBackOthers(
  tx: Tx,
  order: OrderRow,
  { receivedAt, now }: { receivedAt: Date; now: Date },
): Promise<void> {
  const period = await withdrawnPeriod(tx, order);
  const others = period.kind === "whole" ? period.others : [];
  for (const other of others.filter(({ paidAt }) => paidAt !== null && paidAt <= receivedAt)) {
    const asked = { ground: "withdrawal", chosen: null, receivedAt: receivedAt.toISOString() } as const;
    const { outcome, moves } = await planRefund(tx, other, { ...asked, now });
    if (outcome !== "refund") continue;
    const request = { ...asked, orderId: other.id as OrderId, requestId: newId("request"), expected: moves };
    const note = "Withdrawn from with the period that it was paid for.";
    await refundWithin(tx, { actor: ourselves, request: { ...request, note }, at: now });
  }
}

/** Under the subscription's lock: whether job or sweep did it meanwhile. */
async function isFollowed(tx: Tx, { id, cause }: Pick<Withdrawn, "id" | "cause">): Promise<boolean> {
  const acts = { subject: id, act: { in: [ended, fellBack] }, facts: { path: ["cause"], equals: cause } };
  return (await tx.rows.act.count({ where: acts })) > 0;
}

type FallBack = { left: OrderRow; standing: OrderRow };

/** The processor first, under a key that the withdrawal names: whatever breaks off here is taken up by the sweep. */
async function fallBack(deps: EndDeps, { id, cause }: Withdrawn, { left, standing }: FallBack): Promise<void> {
  const row = await deps.db.rows.subscription.findUniqueOrThrow({ where: { id }, include: withPrices });
  const price = await priceOfOrder(deps.db, standing);
  if (renewalPlanOf(row) === left.packId && row.stripeSubscriptionId !== null) {
    const processorPrice = await ensureProcessorPrice(deps, price);
    await deps.payments.setRenewalPrice(row.stripeSubscriptionId, processorPrice, `${cause}.fall-back`);
  }
  await deps.db.transaction(async (tx) => {
    const current = await lockSubscription(tx, id);
    if (current === null || current.state === "ended" || (await isFollowed(tx, { id, cause }))) return;
    const facts = { cause, from: left.packId, to: standing.packId };
    await recordAct(tx, {
      actor: ourselves,
      act: fellBack,
      on: id,
      note: "The member withdrew from an upgrade.",
      facts,
    });
    await confirmFallBack(tx, current, { left: left.packName, standing: standing.packName });
    await enqueue(tx, settleSubscriptionJob, { subscriptionId: id });
  });
}

function renewalPlanOf({ price, renewalPrice }: SubscriptionRow): string {
  return (renewalPrice ?? price).planId;
}
