import { formatCredits, formatMoney, type PlanView } from "@covenant/domain";

/** "$9.90 a month". */
export function priceWords({ price, interval }: Pick<PlanView, "price" | "interval">): string {
  return `${formatMoney(price)} a ${interval}`;
}

/** "150 credits each month". */
export function creditWords({ credits, interval }: Pick<PlanView, "credits" | "interval">): string {
  return `${formatCredits(credits)} each ${interval}`;
}

/** When the credits of a period expire. */
export function expiryWords({
  interval,
  expiresAfterPeriodDays: days,
}: Pick<PlanView, "interval" | "expiresAfterPeriodDays">): string {
  if (days === null) return "They do not expire.";
  if (days === 0) return `Those of a ${interval} expire when it ends.`;
  return `Those of a ${interval} expire ${days === 1 ? "one day" : `${days} days`} after it ends.`;
}
