import { grant, recordAct, type Tx } from "@covenant/db";
import { type Currency, credits, type MemberId, newId, type OrderId, type StorefrontId } from "@covenant/domain";
import { ruleOnCreditExpiry } from "@covenant/policy";
import type { InvoiceReading } from "../payments/payments.ts";
import type { SubscriptionRow } from "./lock-subscription.ts";
import { sendReceipt } from "./tell-of-subscription.ts";
import type { Worth } from "./weigh-invoice.ts";

type Period = Extract<Worth, { kind: "period" }>;

const ourselves = { kind: "system", part: "subscriptions" } as const;

/**
 * Writes a paid invoice down as an order and grants what it is worth. Under the subscription's lock; an invoice is
 * written once (`stripe_invoice_id`).
 */
export async function recordPeriod(
  tx: Tx,
  row: SubscriptionRow,
  { invoice, worth }: { invoice: InvoiceReading; worth: Period },
): Promise<void> {
  const { amountMinor, currency } = invoice.amount;
  const paidAt = invoice.paidAt ?? worth.start;
  const order = await tx.rows.order.create({
    data: {
      id: newId("order"),
      kind: "period",
      storefront: row.storefront,
      memberId: row.memberId,
      requestId: newId("request"),
      packId: worth.price.planId,
      packName: worth.price.plan.name,
      credits: worth.credits,
      amountMinor,
      currency,
      chargedMinor: amountMinor,
      chargedCurrency: currency,
      rate: "1",
      method: "card",
      asksToStart: row.asksToStart,
      state: "paid",
      stripePaymentIntentId: invoice.paymentIntentId,
      placedAt: paidAt,
      paidAt,
      subscriptionId: row.id,
      periodStart: worth.start,
      periodEnd: worth.end,
      stripeInvoiceId: invoice.processorId,
      invoiceUrl: invoice.url,
    },
  });
  const expiresAt = expiryOf(row.storefront as StorefrontId, worth, paidAt);
  if (worth.credits > 0) {
    await grant(tx, {
      walletId: row.memberId as MemberId,
      lotId: newId("lot"),
      credits: credits(worth.credits),
      source: "subscription",
      order: { id: order.id as OrderId, paid: { amountMinor, currency: currency as Currency } },
      cause: order.id,
      reason: "period paid",
      key: `${order.id}.grant`,
      ...(expiresAt === null ? {} : { expiresAt }),
    });
  }
  await sendReceipt(tx, order, expiresAt);
}

/** By the terms of the day of payment, from the period that was paid and the plan. */
function expiryOf(storefront: StorefrontId, { end, price }: Period, paidAt: Date): Date | null {
  const plan = { periodEnd: end, expiresAfterPeriodDays: price.plan.expiresAfterPeriodDays };
  return ruleOnCreditExpiry({ storefront, at: paidAt, source: "subscription", termDays: null, plan }).outcome.keepUntil;
}

const parked = "subscription.invoice-parked";

/** Keeps a paid invoice that is not what it should be for a person to look at, once. Answers whether it is new. */
export async function parkInvoice(
  tx: Tx,
  { id }: SubscriptionRow,
  { processorId, amount }: InvoiceReading,
  problem: string,
): Promise<boolean> {
  const known = { act: parked, subject: id, facts: { path: ["invoice"], equals: processorId } };
  if ((await tx.rows.act.findFirst({ where: known })) !== null) return false;
  const facts = { invoice: processorId, problem, ...amount };
  await recordAct(tx, { actor: ourselves, act: parked, on: id, facts });
  return true;
}
