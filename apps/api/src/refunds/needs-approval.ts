import type { StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { OrderRow } from "../orders/lock-order.ts";
import type { RefundPlan } from "./plan-refund.ts";

/**
 * Whether a refund asks for a second person: where it and all that went back of its order before are worth more than the
 * storefront lets one person give, in the order's own price, so that parts of it count together. Who withdraws by right waits
 * for nobody; the books say whether it is by right, and never the ground that somebody picked, or the day
 * that they say it came.
 */
export function needsApproval(order: OrderRow, { isByRight, moves }: Pick<RefundPlan, "isByRight" | "moves">): boolean {
  if (isByRight) return false;
  const backMinor = order.refundedMinor + moves.amountMinor;
  const moneyWorth = (backMinor * order.amountMinor) / order.chargedMinor;
  const goodwillWorth = (moves.goodwill * order.amountMinor) / order.credits;
  return moneyWorth + goodwillWorth > storefronts[order.storefront as StorefrontId].refundApprovalAboveMinor;
}
