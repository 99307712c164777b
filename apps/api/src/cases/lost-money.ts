import type { Credits, Money } from "@covenant/domain";

type Gone = {
  /** What went back to the payer. */
  amount: Money;
  /** What the whole order was charged, in minor units of the same currency. */
  chargedMinor: number;
  /** Credits of the order that went with it, of all that it granted. */
  taken: Credits;
  granted: Credits;
};

/** What of an amount no credits came back for: the house's loss, since nobody's balance goes below zero for it. */
export function lostMoney({ amount, chargedMinor, taken, granted }: Gone): Money {
  const covered = granted === 0 ? 0 : Math.floor((chargedMinor * taken) / granted);
  return { ...amount, amountMinor: Math.max(0, amount.amountMinor - covered) };
}
