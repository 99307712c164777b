import type Stripe from "stripe";
import { type Fields, textOf, textsOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { copyOf } from "../api/expand.ts";
import { pageOf, pageParameters, within } from "../api/list.ts";
import { refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import { apiVersion } from "../api/version.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { sentTypes } from "./event-types.ts";
import { sendEvent } from "./send-event.ts";

export type EventType = Stripe.Event["type"];
export type ObjectOf<T extends EventType> = Extract<Stripe.Event, { type: T }>["data"]["object"];

/** When it happened, where that is not now, and what the object's changed fields were before. */
export type Circumstances = { at?: number; previous?: Fields };

/**
 * Records an event as its object stands now, and sends it to the api's `/webhooks/stripe` where it is subscribed.
 * Resolves after the first try, or at once when a fault puts the delivery off.
 */
export function emitEvent<T extends EventType>(
  room: StripeRoom,
  type: T,
  object: ObjectOf<T>,
  { at, previous }: Circumstances = {},
): Promise<void> {
  const draft = {
    id: newId("evt"),
    object: "event",
    api_version: apiVersion,
    created: at ?? unixNow(),
    data: { object, ...(previous === undefined ? {} : { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: sentTypes.has(type) ? 1 : 0,
    request: { id: null, idempotency_key: null },
    type,
  } satisfies Stripe.EventBase;
  const event: Stripe.Event = copyOf(draft);
  room.books.events.set(event.id, event);
  room.touch();
  return sentTypes.has(type) ? sendEvent(room, event) : Promise.resolve();
}

/** The top-level fields of `before` that are no longer so, as `previous_attributes` shows them. */
export function changesSince(before: object, now: object): Fields {
  const after: Fields = copyOf(now);
  const changed = Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed);
}

const listParameters = [
  ...pageParameters,
  "type",
  "types",
  "delivery_success",
] as const satisfies readonly (keyof Stripe.EventListParams)[];

/** https://docs.stripe.com/api/events */
export function serveEvents(api: ApiRoutes, { books, held }: StripeRoom): void {
  api.get("/events", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const types = [...textsOf(fields.types), ...textsOf(fields.type)];
    const isWithin = within(fields.created);
    const delivered = textOf(fields.delivery_success);
    const wanted = (event: Stripe.Event) =>
      !held.has(event.id) &&
      (types.length === 0 || types.some((type) => isOfType(event.type, type))) &&
      isWithin(event.created) &&
      (delivered === undefined || (event.pending_webhooks === 0) === (delivered === "true"));
    return pageOf([...books.events.values()].filter(wanted), fields, path);
  });
  api.get("/events/:id", ({ id }) => found(books.events, id, "event"));
}

/** A type, or a family of them such as `invoice.*`. */
function isOfType(type: string, wanted: string): boolean {
  return type === wanted || (wanted.endsWith(".*") && type.startsWith(wanted.slice(0, -1)));
}
