import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { flagOf, refuseUnknown } from "../api/parameters.ts";
import { found, noSuch } from "../api/stripe-error.ts";
import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { createSubscription } from "./create-subscription.ts";
import { invoiceFinally } from "./final-invoice.ts";
import { pauseSubscription, resumeSubscription } from "./pause-subscription.ts";
import { noteReason, updateSubscription } from "./update-subscription.ts";

const listParameters = [
  ...pageParameters,
  "customer",
  "price",
  "status",
  "test_clock",
] as const satisfies readonly (keyof Stripe.SubscriptionListParams)[];

/** https://docs.stripe.com/api/subscriptions */
export function serveSubscriptions(api: ApiRoutes, room: StripeRoom): void {
  const { subscriptions } = room.books;
  const entry = (id: string) => found(subscriptions, id, "subscription");
  api.post("/subscriptions", ({ fields }) => createSubscription(room, fields).subscription);
  api.get("/subscriptions", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (subscription: Stripe.Subscription) =>
      matches(fields.customer, idOf(subscription.customer)) &&
      matches(fields.test_clock, idOf(subscription.test_clock)) &&
      hasPrice(subscription, fields.price) &&
      hasStatus(subscription, fields.status) &&
      isWithin(subscription.created);
    return pageOf([...subscriptions.values()].map(({ subscription }) => subscription).filter(wanted), fields, path);
  });
  api.get("/subscriptions/:id", ({ id }) => entry(id).subscription);
  api.post("/subscriptions/:id", ({ id, fields }) => updateSubscription(room, entry(id), fields));
  api.post("/subscriptions/:id/pause", ({ id, fields }) => pauseSubscription(room, entry(id), fields));
  api.post("/subscriptions/:id/resume", ({ id, fields }) => resumeSubscription(room, entry(id), fields));
  api.delete("/subscriptions/:id", ({ id, fields }) => {
    refuseUnknown(fields, [
      "cancellation_details",
      "invoice_now",
      "prorate",
    ] satisfies (keyof Stripe.SubscriptionCancelParams)[]);
    const ending = liveEntry(entry(id));
    noteReason(ending.subscription, fields.cancellation_details);
    invoiceFinally(room, ending, {
      invoices: flagOf(fields, "invoice_now") ?? false,
      prorates: flagOf(fields, "prorate") ?? false,
    });
    cancelSubscription(room, ending, "cancellation_requested");
    return ending.subscription;
  });
}

/** What has ended cannot end again: Stripe knows no such subscription then. */
function liveEntry(entry: SubscriptionEntry): SubscriptionEntry {
  if (entry.subscription.ended_at !== null) throw noSuch("subscription", entry.subscription.id);
  return entry;
}

function hasPrice({ items }: Stripe.Subscription, price: unknown): boolean {
  return price === undefined || items.data.some((item) => item.price.id === price);
}

/** Without a filter the canceled are left out; `all` shows them, `ended` nothing else. */
function hasStatus({ status }: Stripe.Subscription, wanted: unknown): boolean {
  if (wanted === undefined) return status !== "canceled";
  if (wanted === "all") return true;
  if (wanted === "ended") return status === "canceled" || status === "incomplete_expired";
  return status === wanted;
}
