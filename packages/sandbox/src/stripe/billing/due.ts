import type Stripe from "stripe";
import type { SubscriptionEntry } from "../books/books.ts";
import { day, hour } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { collectInvoice } from "./collect-invoice.ts";
import { dropPendingChange } from "./pending-change.ts";
import { previewNext } from "./preview-invoice.ts";
import { periodOf } from "./prorate.ts";
import { announceRenewal, endPause, endPeriod, expireIncomplete, finalizePeriod } from "./renew.ts";
import { entryOf } from "./write-invoice.ts";

/** Something that happens by itself at a moment of a subscription's own time. */
export type Due = { at: number; perform(): void };

/** How long before a renewal it is announced. */
const noticeTime = 7 * day;

/** How long a first invoice may stay unpaid. */
const incompleteTime = 23 * hour;

/** A minute after the invoice of the next period is no longer a draft, in the subscription's own time. */
export function nextRenewalOf({ subscription }: SubscriptionEntry): number {
  return periodOf(subscription).end + hour + 60;
}

/** What a subscription will do next; null for one that has ended or is paused. */
export function nextDue(room: StripeRoom, entry: SubscriptionEntry): Due | null {
  const dues = duesOf(room, entry).sort((one, other) => one.at - other.at);
  return dues[0] ?? null;
}

function duesOf(room: StripeRoom, entry: SubscriptionEntry): Due[] {
  const { subscription } = entry;
  if (subscription.ended_at !== null || subscription.status === "paused") return [];
  if (subscription.status === "incomplete") {
    const at = subscription.start_date + incompleteTime;
    return [{ at, perform: () => expireIncomplete(room, entry, at) }];
  }
  return [...noticeOf(room, entry), endOf(room, entry), ...invoiceDues(room, entry), ...waits(room, entry)];
}

function noticeOf(room: StripeRoom, entry: SubscriptionEntry): Due[] {
  const { start, end } = periodOf(entry.subscription);
  const at = end - noticeTime;
  if (at <= start || entry.noticedFor === end || entry.subscription.cancel_at !== null) return [];
  return [{ at, perform: () => announceRenewal(room, entry, previewNext(room, entry)) }];
}

function endOf(room: StripeRoom, entry: SubscriptionEntry): Due {
  const { end } = periodOf(entry.subscription);
  const at = Math.min(end, entry.subscription.cancel_at ?? end);
  return { at, perform: () => endPeriod(room, entry, at) };
}

function invoiceDues(room: StripeRoom, entry: SubscriptionEntry): Due[] {
  const theirs = [...room.books.invoices.values()].filter((invoice) => entryOf(room, invoice) === entry);
  return theirs.flatMap((invoice) => dueOf(room, entry, invoice));
}

function dueOf(room: StripeRoom, entry: SubscriptionEntry, invoice: Stripe.Invoice): Due[] {
  const { automatically_finalizes_at: draftEnd, next_payment_attempt: retry } = invoice;
  if (invoice.status === "draft" && draftEnd !== null) {
    return [{ at: draftEnd, perform: () => finalizePeriod(room, entry, invoice, draftEnd) }];
  }
  if (invoice.status !== "open" || retry === null) return [];
  return [{ at: retry, perform: () => collectInvoice(room, entry, invoice, retry) }];
}

function waits(room: StripeRoom, entry: SubscriptionEntry): Due[] {
  const dues: Due[] = [];
  const resumes = entry.subscription.pause_collection?.resumes_at ?? null;
  const expires = entry.subscription.pending_update?.expires_at ?? null;
  if (resumes !== null) dues.push({ at: resumes, perform: () => endPause(room, entry) });
  if (expires !== null) dues.push({ at: expires, perform: () => dropPendingChange(room, entry) });
  return dues;
}
