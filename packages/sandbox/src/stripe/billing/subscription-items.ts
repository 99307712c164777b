import type Stripe from "stripe";
import { type Fields, fieldsOf, isFields, textOf } from "../../record.ts";
import { refuseUnknown, wholeOf } from "../api/parameters.ts";
import { badParameter, found } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { createPrice } from "../catalogue/create-price.ts";

/** What somebody wants to subscribe to. */
export type Wanted = { price: RecurringPrice; quantity: number; id?: string };
export type RecurringPrice = Stripe.Price & { recurring: Stripe.Price.Recurring };

/** Reads `items` or `line_items` of a new subscription. Throws on a price that cannot be subscribed to. */
export function readWanted(books: Books, value: unknown, param: string): Wanted[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw badParameter(param, `Missing required param: ${param}.`, "parameter_missing");
  }
  const wanted = value.map((item, index) => {
    const fields = fieldsOf(item);
    refuseUnknown(fields, ["price", "price_data", "quantity", "metadata"], `${param}[${index}]`);
    return {
      price: readPrice(books, fields, `${param}[${index}]`),
      quantity: readQuantity(fields, `${param}[${index}]`),
    };
  });
  const currency = wanted[0]?.price.currency;
  for (const { price } of wanted) refuseOtherCurrency(price, currency, param);
  return wanted;
}

/** The recurring price of `price` or `price_data`. Throws where it is unknown, retired or asked for once only. */
export function readPrice(books: Books, item: Fields, place: string): RecurringPrice {
  const id = textOf(item.price);
  if (id === undefined && !isFields(item.price_data)) {
    throw badParameter(`${place}[price]`, `Missing required param: ${place}[price].`, "parameter_missing");
  }
  const price =
    id === undefined
      ? createPrice(books, fieldsOf(item.price_data), `${place}[price_data]`)
      : livePrice(books, id, place);
  const { recurring } = price;
  if (recurring !== null) return { ...price, recurring };
  const message = `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`;
  throw badParameter(`${place}[price]`, message);
}

/** A price of the catalogue that is still sold. */
export function livePrice(books: Books, id: string, place: string): Stripe.Price {
  const price = found(books.prices, id, "price", `${place}[price]`);
  if (price.active) return price;
  throw badParameter(`${place}[price]`, "The price specified is inactive. This field only accepts active prices.");
}

export function readQuantity(item: Fields, place: string): number {
  return wholeOf(item, "quantity", 1, `${place}[quantity]`) ?? 1;
}

/** One invoice asks in one currency. */
export function refuseOtherCurrency(price: Stripe.Price, currency: string | undefined, param: string): void {
  if (currency === undefined || price.currency === currency) return;
  const message = `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`;
  throw badParameter(param, message);
}

/** One price a subscription asks for, with the period it is paid for. */
export function itemOf(subscription: string, { price, quantity, id }: Wanted, period: { start: number; end: number }) {
  return {
    id: id ?? newId("si"),
    object: "subscription_item",
    billing_thresholds: null,
    created: period.start,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  } satisfies Stripe.SubscriptionItem;
}

/** The price in the shape it had before prices, which items still carry. */
export function planOf(price: RecurringPrice): Stripe.Plan {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: "per_unit",
    created: price.created,
    currency: price.currency,
    interval: price.recurring.interval,
    interval_count: price.recurring.interval_count,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: "licensed",
  };
}

/** The recurrence of an item's price. */
export function recurrenceOf({ price }: Stripe.SubscriptionItem): Stripe.Price.Recurring {
  if (price.recurring === null) throw new Error(`price ${price.id} does not recur`);
  return price.recurring;
}
