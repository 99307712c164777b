import type { Currency } from "@covenant/domain";
import Stripe from "stripe";
import type { Settings } from "../env.ts";
import type { CheckoutState, EventSubject, PaymentEvent, Payments } from "./payments.ts";
import { refundsOf } from "./stripe-refunds.ts";

/** The version our code was written against; Stripe answers in it whatever the account's default is. */
const apiVersion = "2026-10-28.endive";

type StripeSettings = Pick<Settings, "STRIPE_SECRET_KEY" | "STRIPE_WEBHOOK_SECRET" | "STRIPE_API_URL">;

/** Payments through Stripe Checkout. Every write carries our id as its idempotency key. */
export function makeStripePayments({
  STRIPE_SECRET_KEY,
  STRIPE_WEBHOOK_SECRET,
  STRIPE_API_URL,
}: StripeSettings): Payments {
  const address = new URL(STRIPE_API_URL);
  const stripe = new Stripe(STRIPE_SECRET_KEY, {
    apiVersion,
    host: address.hostname,
    port: address.port || (address.protocol === "https:" ? 443 : 80),
    protocol: address.protocol === "https:" ? "https" : "http",
    maxNetworkRetries: 2,
    timeout: 20_000,
    telemetry: false,
  });
  return {
    async openCheckout({ orderId, description, amount, method, email, successUrl, cancelUrl }) {
      const session = await stripe.checkout.sessions.create(
        {
          mode: "payment",
          client_reference_id: orderId,
          customer_email: email,
          allowed_payment_method_types: [method],
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: amount.currency.toLowerCase(),
                unit_amount: amount.amountMinor,
                product_data: { name: description },
              },
            },
          ],
          metadata: { order_id: orderId },
          success_url: successUrl,
          cancel_url: cancelUrl,
        },
        { idempotencyKey: `${orderId}.checkout` },
      );
      if (session.url === null) throw new Error(`checkout of ${orderId} has no page`);
      return { sessionId: session.id, url: session.url, expiresAt: new Date(session.expires_at * 1000) };
    },
    ...refundsOf(stripe),
    readCheckout: async (sessionId) => stateOf(await stripe.checkout.sessions.retrieve(sessionId)),
    readEvent: (rawBody, signature) => readEvent(stripe, rawBody, signature, STRIPE_WEBHOOK_SECRET),
  };
}

function stateOf(session: Stripe.Checkout.Session): CheckoutState {
  if (session.status === "expired") return { kind: "expired" };
  const { payment_intent: intent, amount_total: total, currency } = session;
  if (session.payment_status !== "paid" || intent === null || total === null || currency === null)
    return { kind: "open" };
  return {
    kind: "paid",
    paymentIntentId: typeof intent === "string" ? intent : intent.id,
    amount: { amountMinor: total, currency: currency.toUpperCase() as Currency },
  };
}

function readEvent(stripe: Stripe, rawBody: Buffer, signature: string, secret: string): PaymentEvent | null {
  try {
    const event = stripe.webhooks.constructEvent(rawBody, signature, secret);
    const about = event.data.object as { object?: string; id?: string };
    return {
      id: event.id,
      type: event.type,
      apiVersion: event.api_version,
      about: subjectOf(about),
      payload: { about },
    };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    throw error;
  }
}

const nouns: Readonly<Record<string, EventSubject["noun"]>> = {
  "checkout.session": "checkout",
  refund: "refund",
  dispute: "dispute",
};

function subjectOf({ object = "", id }: { object?: string; id?: string }): EventSubject | null {
  const noun = nouns[object];
  return noun === undefined || id === undefined ? null : { noun, processorId: id };
}
