import type Stripe from "stripe";
import type { Books, SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";

type Owner = string | { id: string } | null | undefined;

export const hour = 60 * 60;
export const day = 24 * hour;

/** Real time in Unix seconds. */
export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** What is written as `created` on a customer's things: the time of their test clock, else the real one. */
export function nowFor(books: Books, customer: Owner): number {
  return clockOf(books, customer)?.frozen_time ?? unixNow();
}

/** The test clock a customer lives on. */
export function clockOf(books: Books, customer: Owner): Stripe.TestHelpers.TestClock | undefined {
  const owner = books.customers.get(idOf(customer) ?? "");
  return books.clocks.get(idOf(owner?.test_clock) ?? "");
}

/** The time a subscription lives in: its test clock, else real time and what the page added to it. */
export function timeOf(books: Books, { subscription, ahead }: SubscriptionEntry): number {
  const clock = books.clocks.get(idOf(subscription.test_clock) ?? "");
  return clock?.frozen_time ?? unixNow() + ahead;
}

/**
 * The end of the period in which `after` lies, for periods counted from an anchor: the 31st of January is followed by the
 * last of February and the 31st of March (https://docs.stripe.com/billing/subscriptions/billing-cycle). Unix seconds, UTC.
 */
export function periodEnd(anchor: number, recurring: Stripe.Price.Recurring, after: number): number {
  for (let count = 1; ; count += 1) {
    const end = plusIntervals(anchor, recurring.interval, count * recurring.interval_count);
    if (end > after) return end;
  }
}

function plusIntervals(anchor: number, interval: Stripe.Price.Recurring.Interval, count: number): number {
  if (interval === "day") return anchor + count * day;
  if (interval === "week") return anchor + count * 7 * day;
  return plusMonths(anchor, interval === "year" ? 12 * count : count);
}

function plusMonths(anchor: number, months: number): number {
  const from = new Date(anchor * 1000);
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return to.getTime() / 1000;
}
