import type Stripe from "stripe";
import { type SessionEntry, unixNow } from "./books.ts";
import { emitEvent } from "./events.ts";
import { StripeRefusal } from "./stripe-error.ts";
import type { StripeRoom } from "./stripe-room.ts";

/** https://docs.stripe.com/api/checkout/sessions/expire. Throws when the session is no longer open. */
export function expireSession(room: StripeRoom, { session }: SessionEntry): Stripe.Checkout.Session {
  if (session.status !== "open") {
    const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`;
    throw new StripeRefusal(400, { type: "invalid_request_error", message });
  }
  session.status = "expired";
  session.url = null;
  void emitEvent(room, { type: "checkout.session.expired", data: { object: session } });
  return session;
}

/** Expires the session when its time comes, if it is still open then. */
export function watchExpiry(room: StripeRoom, entry: SessionEntry): void {
  room.world.background.start("session expiry", async () => {
    await room.world.background.sleep(Math.max(0, entry.session.expires_at - unixNow()) * 1000);
    if (entry.session.status === "open") expireSession(room, entry);
  });
}
