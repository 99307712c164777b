import type Stripe from "stripe";
import { type Fields, fieldsOf, isFields, textOf } from "../../record.ts";
import { flagOf, refuseUnknown, wholeOf } from "../api/parameters.ts";
import { badParameter, noSuch } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { periodEnd } from "../clock/time.ts";
import {
  itemOf,
  planOf,
  type RecurringPrice,
  readPrice,
  recurrenceOf,
  refuseOtherCurrency,
} from "./subscription-items.ts";

/** What becomes of one item: another price or number, an end; or an item that is new. */
export type ItemChange = {
  item: Stripe.SubscriptionItem | null;
  /** The item's id, also before there is one. */
  id: string;
  price: RecurringPrice;
  quantity: number;
  isDeleted: boolean;
};

const known = ["id", "price", "price_data", "quantity", "deleted", "metadata"];

/** Reads `items` of an update or a preview. Throws when it names what is not there, or another currency. */
export function readChanges(
  books: Books,
  subscription: Stripe.Subscription,
  value: unknown,
  param = "items",
): ItemChange[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw badParameter(param, "Invalid array.");
  return value.map((item, index) => readChange(books, subscription, fieldsOf(item), `${param}[${index}]`));
}

function readChange(books: Books, subscription: Stripe.Subscription, fields: Fields, place: string): ItemChange {
  refuseUnknown(fields, known, place);
  const item = itemNamed(subscription, textOf(fields.id), place);
  const hasPrice = fields.price !== undefined || isFields(fields.price_data);
  const price =
    hasPrice || item === null ? readPrice(books, fields, place) : { ...item.price, recurring: recurrenceOf(item) };
  refuseOtherCurrency(price, subscription.currency, `${place}[price]`);
  const quantity = wholeOf(fields, "quantity", 1, `${place}[quantity]`) ?? item?.quantity ?? 1;
  return { item, id: item?.id ?? newId("si"), price, quantity, isDeleted: flagOf(fields, "deleted") ?? false };
}

function itemNamed(
  subscription: Stripe.Subscription,
  id: string | undefined,
  place: string,
): Stripe.SubscriptionItem | null {
  if (id === undefined) return null;
  const item = subscription.items.data.find((candidate) => candidate.id === id);
  if (item) return item;
  throw noSuch("subscription_item", id, `${place}[id]`);
}

/** True when another interval begins, which begins a new period and is paid at once. */
export function startsNewPeriod(changes: ItemChange[]): boolean {
  return changes.some(({ item, price, isDeleted }) => {
    if (item === null || isDeleted) return false;
    const before = recurrenceOf(item);
    return before.interval !== price.recurring.interval || before.interval_count !== price.recurring.interval_count;
  });
}

/** Carries changes out; with `newPeriodAt` every item's period begins there. */
export function applyChanges(
  subscription: Stripe.Subscription,
  changes: ItemChange[],
  newPeriodAt: number | null,
): void {
  const { items } = subscription;
  const period = { start: items.data[0]?.current_period_start ?? 0, end: items.data[0]?.current_period_end ?? 0 };
  for (const change of changes) {
    const { item, price, quantity } = change;
    if (change.isDeleted) items.data = items.data.filter((candidate) => candidate !== item);
    else if (item === null) items.data.push(itemOf(subscription.id, change, period));
    else Object.assign(item, { price, plan: planOf(price), quantity } satisfies Partial<Stripe.SubscriptionItem>);
  }
  if (items.data.length === 0) throw badParameter("items", "A subscription must have at least one active item.");
  if (newPeriodAt === null) return;
  subscription.billing_cycle_anchor = newPeriodAt;
  for (const item of items.data) {
    item.current_period_start = newPeriodAt;
    item.current_period_end = periodEnd(newPeriodAt, recurrenceOf(item), newPeriodAt);
  }
}
