import { randomBytes } from "node:crypto";
import type Stripe from "stripe";
import { type Fields, integerOf, textOf } from "../record.ts";

/** A session with its lines, which the API shows only when asked to expand them, and what its payment will carry. */
export type SessionEntry = {
  session: Stripe.Checkout.Session;
  lines: Stripe.LineItem[];
  paymentMetadata: Stripe.Metadata;
};

/** Everything the stand-in remembers, oldest first. */
export type Books = {
  customers: Map<string, Stripe.Customer>;
  sessions: Map<string, SessionEntry>;
  payments: Map<string, Stripe.PaymentIntent>;
  refunds: Map<string, Stripe.Refund>;
  events: Map<string, Stripe.Event>;
};

/** Starts empty. */
export function openBooks(): Books {
  return { customers: new Map(), sessions: new Map(), payments: new Map(), refunds: new Map(), events: new Map() };
}

/** An id in Stripe's manner: prefix and 24 letters and digits. */
export function newId(prefix: string): string {
  const letters = randomBytes(36)
    .toString("base64")
    .replace(/[^A-Za-z0-9]/g, "");
  return `${prefix}_${letters.slice(0, 24).padEnd(24, "0")}`;
}

/** Now, in Unix seconds. */
export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** A page of a list, newest first, with `limit`, `starting_after` and `ending_before`. */
export function pageOf<T extends { id: string }>(items: T[], query: Fields, url: string): Stripe.ApiList<T> {
  const newestFirst = items.toReversed();
  const limit = Math.min(100, Math.max(1, integerOf(query.limit) ?? 10));
  const after = newestFirst.findIndex(({ id }) => id === textOf(query.starting_after));
  const before = newestFirst.findIndex(({ id }) => id === textOf(query.ending_before));
  const rest = newestFirst.slice(after + 1, before === -1 ? undefined : before);
  const data = before === -1 ? rest.slice(0, limit) : rest.slice(-limit);
  return { object: "list", data, has_more: rest.length > data.length, url };
}

/** Metadata as Stripe keeps it: text to text. */
export function metadataOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}
