import type { SubscriptionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { timeOf } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { collectInvoice } from "./collect-invoice.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { periodOf, unusedTime } from "./prorate.ts";
import { writeInvoice } from "./write-invoice.ts";

/** What an end at once leaves to be paid or given back: the unused time where it prorates, invoiced where it invoices. */
export function invoiceFinally(
  room: StripeRoom,
  entry: SubscriptionEntry,
  { invoices, prorates }: { invoices: boolean; prorates: boolean },
): void {
  const { subscription } = entry;
  const at = timeOf(room.books, entry);
  if (prorates) {
    const unused = subscription.items.data.map((item) => unusedTime(room.books, subscription, item, at));
    entry.pendingLines.push(...unused);
  }
  if (invoices) invoicePending(room, entry, at);
}

/** Invoices the prorations that wait, if any do. */
export function invoicePending(room: StripeRoom, entry: SubscriptionEntry, at: number): void {
  const { subscription } = entry;
  const customer = room.books.customers.get(idOf(subscription.customer) ?? "");
  const lines = entry.pendingLines.splice(0);
  if (customer === undefined || lines.length === 0) return;
  const invoice = writeInvoice(room, {
    customer,
    subscription,
    reason: "subscription_update",
    lines,
    period: { start: periodOf(subscription).start, end: at },
    finalizesAt: null,
    metadata: {},
  });
  finalizeInvoice(room, invoice);
  if (invoice.status === "open") collectInvoice(room, entry, invoice, at);
}
