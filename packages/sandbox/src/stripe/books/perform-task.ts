import { expireSession } from "../checkout/expire-session.ts";
import { finishPayment } from "../checkout/finish-payment.ts";
import { openDispute } from "../payments/open-dispute.ts";
import { settleRefund } from "../payments/settle-refund.ts";
import { warnOfFraud } from "../payments/warn-of-fraud.ts";
import type { StripeRoom } from "../stripe-room.ts";
import type { Deed } from "./later.ts";

type Deeds = { [Kind in Deed["kind"]]: (room: StripeRoom, deed: Extract<Deed, { kind: Kind }>) => unknown };

/** How each is done; none does anything where somebody else was first, or what it is about is gone. */
const deeds: Deeds = {
  "expire-session": (room, { session }) => {
    const entry = room.books.sessions.get(session);
    return entry?.session.status === "open" ? expireSession(room, entry) : null;
  },
  "finish-payment": (room, { session, succeeds }) => {
    const entry = room.books.sessions.get(session);
    return entry && finishPayment(room, entry, succeeds);
  },
  "settle-refund": (room, { refund, outcome }) => {
    const made = room.books.refunds.get(refund);
    return made && settleRefund(room, made, outcome);
  },
  "warn-of-fraud": (room, { charge }) => {
    const suspect = room.books.charges.get(charge);
    return suspect && warnOfFraud(room, suspect);
  },
  dispute: (room, { charge, reason, isInquiry }) => {
    const claimed = room.books.charges.get(charge);
    if (claimed === undefined || claimed.disputed || claimed.refunded) return null;
    return openDispute(room, claimed, { reason, kind: isInquiry ? "inquiry" : "chargeback" });
  },
};

/** Does what was put off. */
export async function performTask<Kind extends Deed["kind"]>(
  room: StripeRoom,
  deed: Extract<Deed, { kind: Kind }>,
): Promise<void> {
  const perform: Deeds[Kind] = deeds[deed.kind];
  await perform(room, deed);
}
