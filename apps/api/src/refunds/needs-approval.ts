import type { RefundMoves, StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { OrderRow } from "../orders/lock-order.ts";

/**
 * Whether a refund asks for a second person: where it and all that went back of its order before are worth more than the
 * storefront lets one person give, in the order's own price, so that parts of it count together.
 */
export function needsApproval(order: OrderRow, { amountMinor, goodwill }: RefundMoves): boolean {
  const backMinor = order.refundedMinor + amountMinor;
  const moneyWorth = (backMinor * order.amountMinor) / order.chargedMinor;
  const goodwillWorth = (goodwill * order.amountMinor) / order.credits;
  return moneyWorth + goodwillWorth > storefronts[order.storefront as StorefrontId].refundApprovalAboveMinor;
}
