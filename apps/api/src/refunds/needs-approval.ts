import type { RefundGround, RefundMoves, StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { OrderRow } from "../orders/lock-order.ts";

/** What is owed whoever looks at it: by the right of withdrawal, and by a cancellation that had reached us. */
const owed: ReadonlySet<RefundGround> = new Set(["withdrawal", "late-renewal"]);

/**
 * Whether a refund asks for a second person: where it and all that went back of its order before are worth more than the
 * storefront lets one person give, in the order's own price, so that parts of it count together. What is owed waits for
 * nobody.
 */
export function needsApproval(order: OrderRow, ground: RefundGround, { amountMinor, goodwill }: RefundMoves): boolean {
  if (owed.has(ground)) return false;
  const backMinor = order.refundedMinor + amountMinor;
  const moneyWorth = (backMinor * order.amountMinor) / order.chargedMinor;
  const goodwillWorth = (goodwill * order.amountMinor) / order.credits;
  return moneyWorth + goodwillWorth > storefronts[order.storefront as StorefrontId].refundApprovalAboveMinor;
}
