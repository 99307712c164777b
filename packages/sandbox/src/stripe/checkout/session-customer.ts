import type Stripe from "stripe";
import type { SessionEntry } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { createCustomer } from "../customers/customers.ts";
import type { StripeRoom } from "../stripe-room.ts";

/** Makes a customer of the payer where the session asks for one: subscriptions, invoices and saved cards need somebody. */
export function ensureCustomer(room: StripeRoom, { session }: SessionEntry, email: string | null): void {
  const isNeeded = session.customer_creation === "always" || session.invoice_creation?.enabled;
  if (session.customer !== null || !isNeeded) return;
  session.customer = createCustomer(room, { email: session.customer_email ?? email ?? undefined }).id;
}

/** The customer of a session. Throws where it has none. */
export function customerOf({ books }: StripeRoom, { session }: SessionEntry): Stripe.Customer {
  const customer = books.customers.get(idOf(session.customer) ?? "");
  if (customer === undefined) throw new Error(`session ${session.id} has no customer`);
  return customer;
}

/** Closes a session whose payer is done with it. */
export function closeSession(
  { books }: StripeRoom,
  { session }: SessionEntry,
  paymentStatus: "paid" | "unpaid",
  email: string | null,
): void {
  const customer = books.customers.get(idOf(session.customer) ?? "");
  session.status = "complete";
  session.payment_status = paymentStatus;
  session.url = null;
  session.customer_details = {
    address: null,
    business_name: null,
    email: customer?.email ?? session.customer_email ?? email,
    individual_name: null,
    name: customer?.name ?? null,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
}
