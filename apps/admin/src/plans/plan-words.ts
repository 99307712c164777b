import { formatCredits, type PlanFile, type PlanPriceView } from "@covenant/domain";

/** How a plan's price stands to now: the newest that has begun holds for who subscribes today. */
export type PriceStand = "coming" | "now" | "past";

/** Prices come the newest first. */
export function standOf(price: PlanPriceView, prices: readonly PlanPriceView[], now: number): PriceStand {
  if (Date.parse(price.effectiveAt) > now) return "coming";
  const current = prices.find(({ effectiveAt }) => Date.parse(effectiveAt) <= now);
  return price === current ? "now" : "past";
}

/** "150 credits each month, which expire with it". */
export function bringsWords({ credits, interval, expiresAfterPeriodDays: days }: PlanFile): string {
  const brought = `${formatCredits(credits)} each ${interval}`;
  if (days === null) return `${brought}, which do not expire`;
  return days === 0
    ? `${brought}, which expire with it`
    : `${brought}, which expire ${days === 1 ? "a day" : `${days} days`} after it`;
}

/** How many pay any of the prices, or are told of one and will. */
export function countOf(prices: readonly PlanPriceView[], what: "paying" | "told"): number {
  return prices.reduce((sum, price) => sum + price[what], 0);
}
