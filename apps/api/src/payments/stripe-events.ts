import type Stripe from "stripe";
import type { FraudWarning, PaymentEvent, Payments } from "./payments.ts";

/** Whatever makes us ask, and no more: Stripe lists twenty types at once at most. */
const types = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "radar.early_fraud_warning.created",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.payment_action_required",
  "invoice.voided",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
] satisfies Stripe.Event["type"][];

/** What Stripe says happened, asked for instead of heard (https://docs.stripe.com/api/events/list). */
export function eventsOf(
  stripe: Stripe,
  eventOf: (event: Stripe.Event) => PaymentEvent,
): Pick<Payments, "listEvents" | "readWarning"> {
  return {
    async *listEvents(since) {
      const asked = { types, created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 };
      let page = await stripe.events.list(asked);
      for (;;) {
        yield page.data.map(eventOf);
        const last = page.data.at(-1);
        if (!page.has_more || last === undefined) return;
        page = await stripe.events.list({ ...asked, starting_after: last.id });
      }
    },
    readWarning: async (id) => warningOf(await stripe.radar.earlyFraudWarnings.retrieve(id, { expand: ["charge"] })),
  };
}

function warningOf({ id, charge, payment_intent: said, fraud_type: fraudType }: Stripe.Radar.EarlyFraudWarning) {
  const intent = said ?? (typeof charge === "string" ? null : charge.payment_intent);
  const paymentIntentId = typeof intent === "string" ? intent : (intent?.id ?? null);
  return { processorId: id, paymentIntentId, fraudType } satisfies FraudWarning;
}
