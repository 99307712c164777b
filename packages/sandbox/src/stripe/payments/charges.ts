import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { mergedMetadata, refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { clockOf, nowFor } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";

const listParameters = [
  ...pageParameters,
  "customer",
  "payment_intent",
] as const satisfies readonly (keyof Stripe.ChargeListParams)[];

/** https://docs.stripe.com/api/charges */
export function serveCharges(api: ApiRoutes, { books }: StripeRoom): void {
  api.get("/charges", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (charge: Stripe.Charge) =>
      matches(fields.customer, idOf(charge.customer)) &&
      matches(fields.payment_intent, idOf(charge.payment_intent)) &&
      isWithin(charge.created);
    return pageOf([...books.charges.values()].filter(wanted), fields, path);
  });
  api.get("/charges/:id", ({ id }) => found(books.charges, id, "charge"));
  api.post("/charges/:id", ({ id, fields }) => {
    refuseUnknown(fields, ["metadata"]);
    const charge = found(books.charges, id, "charge");
    charge.metadata = mergedMetadata(charge.metadata, fields.metadata);
    return charge;
  });
}

/** Seconds since a charge was made, as its customer's clock and the page's button have it. */
export function ageOf(books: Books, charge: Stripe.Charge): number {
  const customer = idOf(charge.customer);
  return nowFor(books, customer) - charge.created + (books.ages.get(charge.id) ?? 0);
}

/** Makes every charge that no test clock holds older, for rules that count from the payment. */
export function ageCharges(books: Books, seconds: number): void {
  for (const { id, customer } of books.charges.values()) {
    if (clockOf(books, idOf(customer)) === undefined) books.ages.set(id, (books.ages.get(id) ?? 0) + seconds);
  }
}
