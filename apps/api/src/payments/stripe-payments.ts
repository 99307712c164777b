import Stripe from "stripe";
import * as z from "zod";
import type { Settings } from "../env.ts";
import type { CheckoutState, EventSubject, PaymentEvent, Payments } from "./payments.ts";
import { balanceOf } from "./stripe-balance.ts";
import { eventsOf } from "./stripe-events.ts";
import { idOf, moneyOf } from "./stripe-money.ts";
import { refundsOf } from "./stripe-refunds.ts";
import { subscriptionsOf } from "./stripe-subscriptions.ts";

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
    recipient: "stripe",
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
          invoice_creation: { enabled: true, invoice_data: { metadata: { order_id: orderId } } },
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
    ...subscriptionsOf(stripe),
    ...balanceOf(stripe),
    ...eventsOf(stripe, eventOf),
    apiVersion,
    readCheckout: async (sessionId) =>
      stateOf(await stripe.checkout.sessions.retrieve(sessionId, { expand: ["invoice", "payment_intent"] })),
    readEvent: (rawBody, signature) => readEvent(stripe, rawBody, signature, STRIPE_WEBHOOK_SECRET),
  };
}

function stateOf(session: Stripe.Checkout.Session): CheckoutState {
  if (session.status === "expired" || wasTurnedDown(session)) return { kind: "expired" };
  const { payment_intent: intent, amount_total: total, currency } = session;
  if (session.payment_status !== "paid" || intent === null || total === null || currency === null)
    return { kind: "open" };
  return {
    kind: "paid",
    paymentIntentId: typeof intent === "string" ? intent : intent.id,
    amount: moneyOf(total, currency),
    ...invoiceOf(session),
  };
}

/** The payer has left the page and the bank has answered later with no: nobody can pay on this page any more. */
function wasTurnedDown({ status, payment_intent: intent }: Stripe.Checkout.Session): boolean {
  const { status: answer } = typeof intent === "string" || intent === null ? {} : intent;
  return status === "complete" && (answer === "requires_payment_method" || answer === "canceled");
}

function invoiceOf({ invoice }: Stripe.Checkout.Session): { invoiceUrl?: string } {
  const url = typeof invoice === "object" ? invoice?.hosted_invoice_url : null;
  return url ? { invoiceUrl: url } : {};
}

function readEvent(stripe: Stripe, rawBody: Buffer, signature: string, secret: string): PaymentEvent | null {
  try {
    const event = stripe.webhooks.constructEvent(rawBody, signature, secret);
    return eventShape.safeParse(event).success ? eventOf(event) : null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What of an event is kept. Signed and yet not like this, it is none of Stripe's making. */
const eventShape = z.object({
  id: z.string().regex(/^evt_\w{1,250}$/),
  type: z.string().max(250),
  api_version: z.string().max(250).nullable(),
  created: z.int().min(0).max(9_999_999_999),
  data: z.object({
    object: z.object({
      id: z
        .string()
        .regex(/^\w{1,250}$/)
        .optional(),
    }),
  }),
});

/** The few fields by which an event's object says what it is about. */
type About = { object?: string; id?: string } & Pick<Partial<Stripe.Invoice>, "parent">;

function eventOf(event: Stripe.Event): PaymentEvent {
  const about = event.data.object as About;
  return {
    id: event.id,
    type: event.type,
    apiVersion: event.api_version,
    occurredAt: new Date(event.created * 1000),
    about: subjectOf(about),
    payload: { about },
  };
}

const nouns: Readonly<Record<string, EventSubject["noun"]>> = {
  "checkout.session": "checkout",
  refund: "refund",
  dispute: "dispute",
  subscription: "subscription",
  "radar.early_fraud_warning": "warning",
  invoice: "invoice",
};

function subjectOf({ object = "", id, parent }: About): EventSubject | null {
  // An invoice is a reason to look at its subscription; one of a pack, or of somebody else, has none.
  const subscription = object === "invoice" ? idOf(parent?.subscription_details?.subscription) : null;
  if (subscription !== null) return { noun: "subscription", processorId: subscription };
  const noun = nouns[object];
  return noun === undefined || id === undefined ? null : { noun, processorId: id };
}
