import type { Storefront } from "./storefront.ts";

/**
 * What one credit earned us at least, in millionths of a US dollar: at the cheapest pack or plan that brings credits. A
 * run that costs more than its credits are worth is a loss.
 */
export function creditWorthMicroUsd({ packs, plans }: Pick<Storefront, "packs" | "plans">): number {
  const sold = [...packs, ...plans].filter(({ credits }) => credits > 0);
  return Math.min(...sold.map(({ price, credits }) => (price.amountMinor * 10_000) / credits));
}
