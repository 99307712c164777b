/** What an order cost and brought, and what of both has gone back. All counts are whole and none is negative. */
export type PaidOrder = {
  readonly paidMinor: number;
  readonly granted: number;
  /** Credits taken back by earlier refunds. */
  readonly reclaimed: number;
  /** Minor units paid back by earlier refunds. */
  readonly refundedMinor: number;
};

/**
 * The minor units due for taking back that many credits more: the share of the payment that all credits taken back make
 * up, rounded down, less what has been paid back. Reckoned on the sum and not on each step, so that many partial refunds
 * come to the same as one, and never to more than was paid. Zero where the share was paid back before.
 */
export function dueForCredits({ paidMinor, granted, reclaimed, refundedMinor }: PaidOrder, credits: number): number {
  // A payment times a number of credits may be beyond what a double counts exactly.
  const share = Number((BigInt(paidMinor) * BigInt(reclaimed + credits)) / BigInt(granted));
  return Math.max(0, Math.min(share, paidMinor) - refundedMinor);
}

/** What is left of the payment with us, in minor units. */
export function leftOfPayment({ paidMinor, refundedMinor }: PaidOrder): number {
  return paidMinor - refundedMinor;
}

/** What is left of the payment with us, in credits at the order's price, rounded up in the member's favour. */
export function leftInCredits(order: PaidOrder): number {
  const [left, paid] = [BigInt(leftOfPayment(order)), BigInt(order.paidMinor)];
  return Number((left * BigInt(order.granted) + paid - 1n) / paid);
}
