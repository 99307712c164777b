import type { Database, SqlRunner, Tx } from "@covenant/db";
import { type OrderId, Refusal, type StorefrontId } from "@covenant/domain";
import {
  type CancellationOutcome,
  type CancellationQuestion as PolicyQuestion,
  type Ruling,
  ruleOnCancellation,
} from "@covenant/policy";
import type { OrderRow } from "../orders/lock-order.ts";
import { planRefund, type RefundPlan } from "../refunds/plan-refund.ts";
import type { SubscriptionRow } from "./lock-subscription.ts";

type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);

/** A renewal that was charged after the cancellation had arrived, and what goes back of it. */
export type LateRenewal = { orderId: OrderId; currency: string; moves: RefundPlan["moves"] };

export type CancellationPlan = { ruling: Ruling<CancellationOutcome>; facts: PolicyQuestion; late: LateRenewal[] };

type Arrival = Pick<PolicyQuestion, "channel" | "receivedAt"> & { now: Date };

/**
 * What a cancellation does as of its arrival, however late it is read. Under the subscription's lock it is what will be done.
 * @throws Refusal "subscription/not-changeable" where nothing was ever paid; "request/invalid" for a time that cannot be.
 */
export async function planCancellation(
  reader: Reader,
  row: SubscriptionRow,
  { channel, receivedAt, now }: Arrival,
): Promise<CancellationPlan> {
  const { startedAt } = row;
  const state = row.state as PolicyQuestion["subscription"]["state"] | "placed";
  if (state === "placed" || startedAt === null) throw new Refusal("subscription/not-changeable", { state });
  requireTime(receivedAt, { startedAt, now });
  const orders = await paidOrders(reader, row);
  const paidUntil = endOfPaidTime(orders, receivedAt) ?? row.periodEnd ?? receivedAt;
  // A renewal that was asked for and not paid means that the paid time is over, whatever the clocks of both sides say.
  const currentPeriodEnd = earlierOf(paidUntil, state === "past-due" ? row.pastDueSince : null);
  const late = await lateRenewals(reader, orders, { receivedAt, currentPeriodEnd, now });
  const renewedAt = late.at(-1)?.order.paidAt ?? null;
  const facts: PolicyQuestion = {
    storefront: row.storefront as StorefrontId,
    at: receivedAt,
    subscription: { state, currentPeriodEnd, renewedAt },
    channel,
    receivedAt,
  };
  return { ruling: ruleOnCancellation(facts), facts, late: late.map(({ renewal }) => renewal) };
}

function requireTime(receivedAt: Date, { startedAt, now }: { startedAt: Date; now: Date }): void {
  const field = "receivedAt";
  if (receivedAt > now) throw new Refusal("request/invalid", { field, reason: "No mail has arrived in the future." });
  if (receivedAt >= startedAt) return;
  const reason = `The subscription began after that, on ${startedAt.toISOString()}.`;
  throw new Refusal("request/invalid", { field, reason });
}

/** The periods that were paid, in the order of their payments. */
function paidOrders({ rows }: Pick<Reader, "rows">, { id }: SubscriptionRow): Promise<OrderRow[]> {
  return rows.order.findMany({ where: { subscriptionId: id, state: "paid" }, orderBy: { paidAt: "asc" } });
}

function endOfPaidTime(orders: readonly OrderRow[], receivedAt: Date): Date | null {
  const ends = orders.flatMap(({ paidAt, periodEnd }) =>
    paidAt !== null && periodEnd !== null && paidAt <= receivedAt ? periodEnd.getTime() : [],
  );
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

function earlierOf(one: Date, other: Date | null): Date {
  return other !== null && other < one ? other : one;
}

type Time = { receivedAt: Date; currentPeriodEnd: Date; now: Date };

/** Periods beyond the one that was running, paid since. What the bank decides on, or what went back, is left alone. */
async function lateRenewals(reader: Reader, orders: readonly OrderRow[], { receivedAt, currentPeriodEnd, now }: Time) {
  const since = orders.filter(
    ({ paidAt, periodEnd }) =>
      paidAt !== null && paidAt > receivedAt && periodEnd !== null && periodEnd > currentPeriodEnd,
  );
  const late: { order: OrderRow; renewal: LateRenewal }[] = [];
  for (const order of since) {
    const { outcome, moves } = await planRefund(reader, order, { ground: "late-renewal", chosen: null, now });
    if (outcome !== "refund") continue;
    late.push({ order, renewal: { orderId: order.id as OrderId, currency: order.chargedCurrency, moves } });
  }
  return late;
}
