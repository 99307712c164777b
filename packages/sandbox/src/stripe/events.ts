import type Stripe from "stripe";
import { deliverWebhook } from "../deliver-webhook.ts";
import { type Fields, fieldsOf, integerOf, textOf, textsOf } from "../record.ts";
import { newId, pageOf, unixNow } from "./books.ts";
import { noSuch } from "./stripe-error.ts";
import { apiVersion, type StripeRoom } from "./stripe-room.ts";

export type EventDraft =
  | { type: "checkout.session.completed" | "checkout.session.expired"; data: { object: Stripe.Checkout.Session } }
  | { type: "payment_intent.succeeded" | "payment_intent.payment_failed"; data: { object: Stripe.PaymentIntent } }
  | { type: "refund.created" | "refund.updated" | "refund.failed"; data: { object: Stripe.Refund } };

/** The endpoint's subscription. Other events are recorded and can be listed. */
const sentTypes = new Set<string>([
  "checkout.session.completed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
]);

const webhookFaults = ["no-webhook", "duplicate-webhook", "delay-webhook", "late-webhook", "bad-signature"] as const;

/**
 * Records an event as its object stands now, and sends it to the api's `/webhooks/stripe` where it is subscribed.
 * Resolves after the first try, or at once when a fault puts the delivery off.
 */
export function emitEvent(room: StripeRoom, draft: EventDraft, idempotencyKey: string | null = null): Promise<void> {
  const event: Stripe.Event = {
    ...structuredClone(draft),
    id: newId("evt"),
    object: "event",
    api_version: apiVersion,
    created: unixNow(),
    livemode: false,
    pending_webhooks: sentTypes.has(draft.type) ? 1 : 0,
    request: { id: null, idempotency_key: idempotencyKey },
  };
  room.books.events.set(event.id, event);
  return sentTypes.has(event.type) ? sendEvent(room, event) : Promise.resolve();
}

function sendEvent(room: StripeRoom, event: Stripe.Event): Promise<void> {
  const { background, faults, pace } = room.world;
  const thrown = faults.take("stripe", webhookFaults);
  if (thrown.has("no-webhook")) return Promise.resolve();
  const wait = thrown.has("delay-webhook") ? 30_000 : thrown.has("late-webhook") ? 3_000 : 0;
  const tried = new Promise<void>((onTried) => {
    background.start(`stripe event ${event.type}`, async () => {
      if (wait > 0) await background.sleep(pace(wait));
      const copies = thrown.has("duplicate-webhook") ? 3 : 1;
      const delivery = deliveryOf(room, event, thrown.has("bad-signature"), onTried);
      const outcomes = await Promise.all(Array.from({ length: copies }, () => deliverWebhook(room.world, delivery)));
      if (outcomes.includes("delivered")) event.pending_webhooks = 0;
    });
  });
  return wait > 0 ? Promise.resolve() : tried;
}

function deliveryOf({ world, stripe }: StripeRoom, event: Stripe.Event, isForged: boolean, onTried: () => void) {
  const payload = JSON.stringify(event, null, 2);
  const secret = isForged ? "whsec_somebody_else" : world.options.stripeWebhookSecret;
  const headers = () => ({ "stripe-signature": stripe.webhooks.generateTestHeaderString({ payload, secret }) });
  return { url: `${world.options.apiUrl}/webhooks/stripe`, body: payload, headers, onTried };
}

/** Throws resource_missing. */
export function getEvent({ books }: StripeRoom, id: string): Stripe.Event {
  const event = books.events.get(id);
  if (!event) throw noSuch("event", id);
  return event;
}

/** https://docs.stripe.com/api/events/list, by `type`, `types`, `created` and `delivery_success`. */
export function listEvents({ books }: StripeRoom, query: Fields): Stripe.ApiList<Stripe.Event> {
  const types = [...textsOf(query.types), ...textsOf(query.type)];
  const since = integerOf(fieldsOf(query.created).gte) ?? 0;
  const delivered = textOf(query.delivery_success);
  const wanted = (event: Stripe.Event) =>
    (types.length === 0 || types.includes(event.type)) &&
    event.created >= since &&
    (delivered === undefined || (event.pending_webhooks === 0) === (delivered === "true"));
  return pageOf([...books.events.values()].filter(wanted), query, "/v1/events");
}
