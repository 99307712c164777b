import { isId } from "@covenant/domain";
import type Stripe from "stripe";
import type { BalanceMovement, Payments, Span } from "./payments.ts";

/** What moved on the account's balance (https://docs.stripe.com/api/balance_transactions/list), and what explains it. */
export function balanceOf(stripe: Stripe): Pick<Payments, "listMovements" | "findCheckoutOf" | "readInvoiceOrigin"> {
  return {
    async readInvoiceOrigin(id) {
      const { metadata, payments } = await stripe.invoices.retrieve(id, { expand: ["payments"] });
      const ours = metadata?.order_id;
      const paid = payments?.data.find(({ status }) => status === "paid");
      return {
        orderId: ours !== undefined && isId("order", ours) ? ours : null,
        paymentIntentId: idOf(paid?.payment.payment_intent),
      };
    },
    listMovements: (span) => listMovements(stripe, span),
    async findCheckoutOf(paymentIntentId) {
      const { data } = await stripe.checkout.sessions.list({ payment_intent: paymentIntentId, limit: 1 });
      return data[0]?.id ?? null;
    },
  };
}

async function* listMovements(stripe: Stripe, { from, to }: Span): AsyncGenerator<BalanceMovement[]> {
  const created = { gte: Math.floor(from.getTime() / 1000), lt: Math.floor(to.getTime() / 1000) };
  // The source says which payment, refund or dispute it was, and what the payer was charged where that is another currency.
  const asked = { created, limit: 100, expand: ["data.source"] };
  let page = await stripe.balanceTransactions.list(asked);
  for (;;) {
    yield page.data.map(movementOf);
    const last = page.data.at(-1);
    if (!page.has_more || last === undefined) return;
    page = await stripe.balanceTransactions.list({ ...asked, starting_after: last.id });
  }
}

/** Stripe's categories of reporting, which hold whatever the way of payment is (https://docs.stripe.com/reports/reporting-categories). */
const kinds: Readonly<Record<string, BalanceMovement["kind"]>> = {
  charge: "payment",
  refund: "refund",
  refund_failure: "refund-failure",
  dispute: "dispute",
  dispute_reversal: "dispute-reversal",
  fee: "fee",
  network_cost: "fee",
  tax: "fee",
  payout: "payout",
  payout_reversal: "payout",
};

function movementOf(entry: Stripe.BalanceTransaction): BalanceMovement {
  const source = sourceOf(entry);
  const charged = source ?? entry;
  return {
    id: entry.id,
    kind: kinds[entry.reporting_category] ?? "other",
    amountMinor: Math.sign(entry.amount) * Math.abs(charged.amount),
    currency: charged.currency.toUpperCase(),
    settled: { amountMinor: entry.amount, feeMinor: entry.fee, currency: entry.currency.toUpperCase() },
    paymentIntentId: idOf(source?.payment_intent),
    refundId: source?.object === "refund" ? source.id : null,
    disputeId: source?.object === "dispute" ? source.id : null,
    occurredAt: new Date(entry.created * 1000),
  };
}

type Source = Stripe.Charge | Stripe.Refund | Stripe.Dispute;

function sourceOf({ source }: Stripe.BalanceTransaction): Source | null {
  if (source === null || typeof source === "string") return null;
  return source.object === "charge" || source.object === "refund" || source.object === "dispute" ? source : null;
}

function idOf(thing: string | { id: string } | null | undefined): string | null {
  return typeof thing === "string" ? thing : (thing?.id ?? null);
}
