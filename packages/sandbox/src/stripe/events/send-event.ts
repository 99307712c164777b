import type Stripe from "stripe";
import { deliverWebhook } from "../../deliver-webhook.ts";
import type { FaultOf } from "../../faults/fault-catalogue.ts";
import { newId } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";

const webhookFaults = [
  "no-webhook",
  "duplicate-webhook",
  "reorder-webhook",
  "delay-webhook",
  "hold-webhook",
  "late-webhook",
  "bad-signature",
  "stale-webhook",
  "wrong-version",
  "foreign-event",
] as const satisfies readonly FaultOf<"stripe">[];

type Thrown = ReadonlySet<FaultOf<"stripe">>;

/** Stripe refuses to wait for ever, and so does an event that waits for one to overtake it. */
const longestWaitForOvertaking = 5_000;

/**
 * Sends an event. First tries leave one after the other, in the order things happened; a fault takes an event out of the
 * line. Resolves after the first try, or at once when a fault puts the delivery off.
 */
export function sendEvent(room: StripeRoom, event: Stripe.Event): Promise<void> {
  const thrown: Thrown = room.world.faults.take("stripe", webhookFaults, "", subjectsOf(event));
  if (thrown.has("no-webhook")) return Promise.resolve();
  if (thrown.has("hold-webhook")) {
    room.held.add(event.id);
    return Promise.resolve();
  }
  room.books.outbox.set(event.id, true);
  const wait = waitOf(room, thrown);
  if (wait !== null) {
    room.world.background.start(`stripe event ${event.type}`, () =>
      wait.then(() => post(room, event, thrown, () => {})),
    );
    return Promise.resolve();
  }
  const turn = room.line;
  room.line = new Promise((onTried) => {
    room.world.background.start(`stripe event ${event.type}`, async () => {
      await turn;
      await post(room, event, thrown, onTried).finally(onTried);
    });
  });
  const tried = room.line;
  for (const overtaken of room.overtaken.splice(0)) void tried.then(overtaken);
  return tried;
}

/** What a switch can be armed for: the type of the event, and the object it is about. */
function subjectsOf({ type, data: { object } }: Stripe.Event): string[] {
  return "id" in object && object.id !== undefined ? [type, object.id] : [type];
}

function waitOf({ world, overtaken }: StripeRoom, thrown: Thrown): Promise<void> | null {
  const { background, pace } = world;
  if (thrown.has("delay-webhook")) return background.sleep(pace(30_000));
  if (thrown.has("late-webhook")) return background.sleep(pace(3_000));
  if (!thrown.has("reorder-webhook")) return null;
  const next = new Promise<void>((resolve) => overtaken.push(resolve));
  return Promise.race([next, background.sleep(pace(longestWaitForOvertaking))]);
}

async function post(room: StripeRoom, event: Stripe.Event, thrown: Thrown, onTried: () => void): Promise<void> {
  const copies = thrown.has("duplicate-webhook") ? 3 : 1;
  const delivery = deliveryOf(room, event, thrown, onTried);
  const sent = Array.from({ length: copies }, () => deliverWebhook(room.world, delivery));
  if (thrown.has("foreign-event")) {
    sent.push(
      deliverWebhook(
        room.world,
        deliveryOf(room, foreignTwin(event), thrown, () => {}),
      ),
    );
  }
  const outcomes = await Promise.all(sent);
  if (outcomes[0] === "delivered") event.pending_webhooks = 0;
  room.books.outbox.delete(event.id);
  room.touch();
}

function deliveryOf({ world, stripe }: StripeRoom, event: Stripe.Event, thrown: Thrown, onTried: () => void) {
  const shown = thrown.has("wrong-version") ? { ...event, api_version: "2020-08-27" } : event;
  const payload = JSON.stringify(shown, null, 2);
  const secret = thrown.has("bad-signature") ? "whsec_somebody_else" : world.options.stripeWebhookSecret;
  const age = thrown.has("stale-webhook") ? 600 : 0;
  const headers = () => ({
    "stripe-signature": stripe.webhooks.generateTestHeaderString({
      payload,
      secret,
      timestamp: Math.floor(Date.now() / 1000) - age,
    }),
  });
  return { url: `${world.options.apiUrl}/webhooks/stripe`, body: payload, headers, onTried };
}

/** The same event as another account would have it: signed well, about an object that was never ours. */
function foreignTwin(event: Stripe.Event): Stripe.Event {
  const { object } = event.data;
  const prefix = "id" in object && object.id !== undefined ? object.id.replace(/_[^_]*$/, "") : "obj";
  const twin = {
    ...event,
    id: newId("evt"),
    account: newId("acct"),
    data: { object: { ...object, id: newId(prefix) } },
  };
  return JSON.parse(JSON.stringify(twin));
}

/** Goes on with deliveries that an earlier process did not finish. */
export function resumeEvents(room: StripeRoom): void {
  for (const id of [...room.books.outbox.keys()]) {
    const event = room.books.events.get(id);
    if (event) void sendEvent(room, event);
    else room.books.outbox.delete(id);
  }
}
