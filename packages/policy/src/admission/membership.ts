import { after, duration, type SubscriptionState } from "@covenant/domain";

export const memberships = ["not-asked", "good", "unverified", "inactive"] as const;
/**
 * Where a membership stands: `unverified` before its first payment is verified, `not-asked` where what is to be started
 * needs none.
 */
export type Membership = (typeof memberships)[number];

/** Days for which a membership outlives a renewal that could not be charged. */
export const pastDueDays = 7;

/** A member's subscription as a membership is read from it. */
export type MembershipFacts = {
  readonly state: SubscriptionState;
  /** Since when a renewal is not paid. */
  readonly pastDueSince: Date | null;
  /** The end of the paid period, or of a cancelled subscription. */
  readonly paidUntil: Date | null;
};

/** Where the membership stands at an instant; null: nothing was ever subscribed to. */
export function membershipAt(subscription: MembershipFacts | null, at: Date): Exclude<Membership, "not-asked"> {
  if (subscription === null) return "inactive";
  const { state, pastDueSince, paidUntil } = subscription;
  switch (state) {
    case "placed":
      return "unverified";
    case "active":
      return "good";
    case "past-due":
      return isBefore(at, pastDueSince && after(pastDueSince, duration.days(pastDueDays))) ? "good" : "inactive";
    case "paused":
    case "cancelling":
      return isBefore(at, paidUntil) ? "good" : "inactive";
    case "ended":
      return "inactive";
  }
}

function isBefore(at: Date, end: Date | null): boolean {
  return end !== null && at < end;
}
