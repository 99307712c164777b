export type Upgrade = {
  /** Credits of a whole period of the plan that was left, and of the one that was taken. */
  from: number;
  to: number;
  /** Milliseconds that were left of the period, and that the whole of it has. */
  rest: number;
  period: number;
};

/**
 * The credits an upgrade brings for the rest of its period: the difference of the plans by the share of time, rounded
 * down. Exact, because halves of large numbers are not: upgrading in steps never brings more than upgrading at once.
 */
export function upgradeCredits({ from, to, rest, period }: Upgrade): number {
  return Number((BigInt(to - from) * BigInt(rest)) / BigInt(period));
}

/** Whether a difference of prices was charged by the share of time. The processor rounds each of two lines. */
export function isChargeOfUpgrade(charged: number, { from, to, rest, period }: Upgrade): boolean {
  const off = BigInt(charged) * BigInt(period) - BigInt(to - from) * BigInt(rest);
  return (off < 0n ? -off : off) <= BigInt(period);
}
