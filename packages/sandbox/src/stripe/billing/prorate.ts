import type Stripe from "stripe";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { lineOf, lineOfItem } from "./invoice-lines.ts";
import type { ItemChange } from "./item-changes.ts";

/** What a change in the middle of a period gives back and asks, in lines that wait for an invoice. */
export function prorate(
  books: Books,
  subscription: Stripe.Subscription,
  changes: ItemChange[],
  at: number,
): Stripe.InvoiceLineItem[] {
  const period = periodOf(subscription);
  return changes.flatMap((change) => {
    const lines: Stripe.InvoiceLineItem[] = [];
    if (change.item) lines.push(unusedTime(books, subscription, change.item, at));
    if (!change.isDeleted) lines.push(remainingTime(books, subscription, change, { start: at, end: period.end }));
    return lines;
  });
}

/** What was paid for the time after `at`, to the minor unit. */
export function unusedTime(
  books: Books,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  at: number,
): Stripe.InvoiceLineItem {
  const { current_period_start: start, current_period_end: end, price } = item;
  const quantity = item.quantity ?? 1;
  return lineOf({
    amount: -shareOf((price.unit_amount ?? 0) * quantity, { start, end }, at),
    price,
    quantity,
    description: `Unused time on ${nameOf(books, price)} after ${dateOf(at)}`,
    period: { start: at, end },
    subscription,
    item: item.id,
    proration: { invoiceItem: newId("ii"), credited: lineThatPaid(books, item) },
  });
}

function remainingTime(
  books: Books,
  subscription: Stripe.Subscription,
  { id, price, quantity }: ItemChange,
  rest: { start: number; end: number },
): Stripe.InvoiceLineItem {
  const { start } = periodOf(subscription);
  return lineOf({
    amount: shareOf((price.unit_amount ?? 0) * quantity, { start, end: rest.end }, rest.start),
    price,
    quantity,
    description: `Remaining time on ${nameOf(books, price)} after ${dateOf(rest.start)}`,
    period: rest,
    subscription,
    item: id,
    proration: { invoiceItem: newId("ii"), credited: null },
  });
}

/** The part of an amount that falls after `at`, by the second. */
function shareOf(amount: number, { start, end }: { start: number; end: number }, at: number): number {
  const left = Math.min(Math.max(end - at, 0), end - start);
  return end === start ? 0 : Math.round((amount * left) / (end - start));
}

/** The latest line that asked for the period an item is in. */
function lineThatPaid({ invoices }: Books, item: Stripe.SubscriptionItem): Stripe.InvoiceLineItem | null {
  const lines = [...invoices.values()].flatMap(({ lines }) => lines.data);
  const paid = lines.findLast(
    ({ parent, period, amount }) =>
      amount > 0 &&
      parent?.subscription_item_details?.subscription_item === item.id &&
      period.end === item.current_period_end,
  );
  return paid ?? null;
}

/** The lines of a whole period of every item. */
export function linesOfPeriod(books: Books, subscription: Stripe.Subscription): Stripe.InvoiceLineItem[] {
  return subscription.items.data.map((item) => {
    const period = { start: item.current_period_start, end: item.current_period_end };
    return lineOfItem(subscription, item, period, nameOf(books, item.price));
  });
}

/** The period a subscription is in, which all its items share. */
export function periodOf({ items, start_date }: Stripe.Subscription): { start: number; end: number } {
  const [item] = items.data;
  return { start: item?.current_period_start ?? start_date, end: item?.current_period_end ?? start_date };
}

function nameOf({ products }: Books, price: Stripe.Price): string {
  return products.get(String(price.product))?.name ?? "Subscription";
}

function dateOf(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "short", year: "numeric", timeZone: "UTC" }).format(
    at * 1000,
  );
}
