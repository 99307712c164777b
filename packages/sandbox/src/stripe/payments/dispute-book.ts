import type Stripe from "stripe";
import type { Books } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { moveDispute } from "./move-dispute.ts";

/** The latest dispute of a charge. */
export function disputeOf({ disputes }: Books, charge: Stripe.Charge): Stripe.Dispute | undefined {
  return [...disputes.values()].findLast((dispute) => idOf(dispute.charge) === charge.id);
}

/** A bank that only asked has nothing left to ask once the whole payment went back. */
export function closeInquiry(room: StripeRoom, charge: Stripe.Charge): void {
  const dispute = disputeOf(room.books, charge);
  if (charge.refunded && dispute?.status.startsWith("warning_") && dispute.status !== "warning_closed") {
    void moveDispute(room, dispute, "warning_closed");
  }
}
