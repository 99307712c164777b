import Stripe from "stripe";
import { type Fields, fieldsOf, isFields, textOf } from "../../record.ts";
import { currencyOf, flagOf, metadataOf, refuseUnknown, textOrNull, wholeOf } from "../api/parameters.ts";
import { badParameter, found, refused } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import { createProduct } from "./products.ts";

const intervals = ["day", "week", "month", "year"];

/** Stripe's largest amount for most currencies: eight digits. */
const largestAmount = 99_999_999;

/** Makes a price out of checked parameters, or out of `price_data`, where `inside` names the place for refusals. */
export function createPrice(books: Books, parameters: Fields, inside = ""): Stripe.Price {
  const place = (name: string) => (inside === "" ? name : `${inside}[${name}]`);
  const currency = currencyOf(parameters.currency, place("currency"));
  const amount = wholeOf(parameters, "unit_amount", 0, place("unit_amount"));
  if (amount === undefined)
    throw badParameter(place("unit_amount"), "Missing required param: unit_amount.", "parameter_missing");
  if (amount > largestAmount)
    throw badParameter(
      place("unit_amount"),
      `This value must be less than or equal to ${largestAmount}.`,
      "parameter_invalid_integer",
    );
  const recurring = parameters.recurring === undefined ? null : readRecurring(parameters.recurring, place("recurring"));
  const lookupKey = textOrNull(parameters.lookup_key);
  freeLookupKey(books, lookupKey, flagOf(parameters, "transfer_lookup_key") ?? false);
  const price = {
    id: newId("price"),
    object: "price",
    active: inside === "" ? (flagOf(parameters, "active") ?? true) : false,
    billing_scheme: "per_unit",
    created: unixNow(),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: lookupKey,
    metadata: metadataOf(parameters.metadata),
    nickname: textOrNull(parameters.nickname),
    product: productOf(books, parameters, place),
    recurring,
    tax_behavior: textOf(parameters.tax_behavior) ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: recurring === null ? "one_time" : "recurring",
    unit_amount: amount,
    unit_amount_decimal: Stripe.Decimal.from(String(amount)),
  } satisfies Stripe.Price;
  books.prices.set(price.id, price);
  return price;
}

function productOf(books: Books, parameters: Fields, place: (name: string) => string): string {
  const id = textOf(parameters.product);
  if (id !== undefined) return found(books.products, id, "product", place("product")).id;
  if (!isFields(parameters.product_data))
    throw badParameter(place("product"), "Missing required param: product.", "parameter_missing");
  if (!textOf(parameters.product_data.name))
    throw badParameter(`${place("product_data")}[name]`, "A name is required.", "parameter_missing");
  return createProduct(books, parameters.product_data).id;
}

function readRecurring(value: unknown, param: string): Stripe.Price.Recurring {
  const fields = fieldsOf(value);
  refuseUnknown(fields, ["interval", "interval_count"], param);
  const interval = textOf(fields.interval);
  if (interval === undefined || !intervals.includes(interval)) {
    throw badParameter(`${param}[interval]`, `Invalid ${param}[interval]: must be one of ${intervals.join(", ")}`);
  }
  const count = wholeOf(fields, "interval_count", 1, `${param}[interval_count]`) ?? 1;
  return { interval, interval_count: count, meter: null, trial_period_days: null, usage_type: "licensed" };
}

/** A lookup key names one price; another takes it over only when told to. */
export function freeLookupKey({ prices }: Books, key: string | null, isTransferred: boolean): void {
  const holder = key === null ? undefined : [...prices.values()].find((price) => price.lookup_key === key);
  if (holder === undefined) return;
  if (!isTransferred) {
    throw refused(`A price (\`${holder.id}\`) already uses that lookup key.`, "resource_already_exists");
  }
  holder.lookup_key = null;
}
