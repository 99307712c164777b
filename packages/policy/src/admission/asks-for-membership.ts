import { after, duration, type StorefrontId } from "@covenant/domain";
import { termsInForce } from "../terms-in-force.ts";
import { pastDueDays } from "./membership.ts";

/** Whether generating asks for an active membership under the terms of a storefront at an instant. */
export function asksForMembership(storefront: StorefrontId, at: Date): boolean {
  return termsInForce(storefront, at).rules.admission.rules.some(
    ({ gives }) => gives.outcome === "refused" && gives.refusal === "member/membership-inactive",
  );
}

/** Until when a membership stays active whose renewal is not paid since then. */
export function lapseOfMembership(pastDueSince: Date): Date {
  return after(pastDueSince, duration.days(pastDueDays));
}
