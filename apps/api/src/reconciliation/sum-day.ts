import type { SqlRunner } from "@covenant/db";
import type { SettledOfDay, SideOfDay, SumsOfDay } from "@covenant/domain";
import type { Pair } from "./pair-books.ts";

const places = {
  payment: "paid",
  refund: "refunded",
  "refund-failure": "refunded",
  dispute: "disputed",
  "dispute-reversal": "disputed",
} as const satisfies Partial<Record<Pair["noun"], keyof SideOfDay>>;

/** Both books of the day, currency by currency, in the order of their names. What went back counts up, not down. */
export function sumPairs(pairs: readonly Pair[]): SumsOfDay[] {
  const sums = new Map<string, SumsOfDay>();
  for (const { noun, ours, ourCurrency, theirs, theirCurrency } of pairs) {
    if (noun === "other") continue;
    const sign = noun === "payment" ? 1 : -1;
    if (ours !== null && ourCurrency !== null) sideOf(sums, ourCurrency, "ours")[places[noun]] += sign * ours;
    if (theirs !== null && theirCurrency !== null) sideOf(sums, theirCurrency, "theirs")[places[noun]] += sign * theirs;
  }
  return [...sums.values()].sort((one, other) => one.currency.localeCompare(other.currency));
}

function sideOf(sums: Map<string, SumsOfDay>, currency: string, side: "ours" | "theirs"): SideOfDay {
  const nothing = () => ({ paid: 0, refunded: 0, disputed: 0 });
  const found = sums.get(currency) ?? { currency, ours: nothing(), theirs: nothing() };
  sums.set(currency, found);
  return found[side];
}

/** What the processor kept, and what all of the day changed on its balance; payouts leave it and are not counted. */
const settledQuery = `
  SELECT settled_currency AS currency,
    sum(fee_minor - CASE kind WHEN 'fee' THEN settled_minor ELSE 0 END)::float8 AS "feesMinor",
    sum(settled_minor - fee_minor)::float8 AS "netMinor"
  FROM balance_movement WHERE day = $1::date AND kind <> 'payout' GROUP BY settled_currency ORDER BY settled_currency`;

export function sumSettled(sql: SqlRunner, day: string): Promise<SettledOfDay[]> {
  return sql.query<SettledOfDay>(settledQuery, [day]);
}
