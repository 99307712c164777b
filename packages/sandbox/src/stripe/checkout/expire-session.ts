import type Stripe from "stripe";
import { refused } from "../api/stripe-error.ts";
import type { SessionEntry } from "../books/books.ts";
import { later } from "../books/later.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";

/** https://docs.stripe.com/api/checkout/sessions/expire. Throws when the session is no longer open. */
export function expireSession(room: StripeRoom, { session }: SessionEntry): Stripe.Checkout.Session {
  if (session.status !== "open") {
    throw refused(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  session.status = "expired";
  session.url = null;
  void emitEvent(room, "checkout.session.expired", session);
  return session;
}

/** Expires the session when its time comes, if it is still open then. */
export function watchExpiry(room: StripeRoom, { session }: SessionEntry): void {
  later(room, session.expires_at * 1000 - Date.now(), { kind: "expire-session", session: session.id });
}
