import { type ExchangeRateFile, type ExchangeRateView, type StorefrontId, storefrontIds } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { findRate, type RateRow } from "./rate-in-force.ts";

type RateDeps = Pick<Deps, "db" | "clock">;

/** A market's rate of a week ago is nobody's rate any more. */
export const staleAfterDays = 7;

const newest = 50;
const dayMs = 86_400_000;

/** The rates of every storefront that is paid in another currency. */
export function listRates(deps: RateDeps): Promise<ExchangeRateFile[]> {
  const paidInCny = storefrontIds.filter((id) => storefronts[id].cnyPerUsd !== null);
  return Promise.all(paidInCny.map((storefront) => viewRates(deps, storefront)));
}

/** One storefront's, the newest first, and how old the one in force is. */
export async function viewRates({ db, clock }: RateDeps, storefront: StorefrontId): Promise<ExchangeRateFile> {
  const now = clock.now();
  const [inForce, rates] = await Promise.all([
    findRate(db, { storefront, quote: "CNY", at: now }),
    db.rows.exchangeRate.findMany({
      where: { storefront, quote: "CNY" },
      orderBy: [{ effectiveAt: "desc" }, { createdAt: "desc" }],
      take: newest,
    }),
  ]);
  const ageDays = inForce === null ? 0 : ageOf(inForce, now);
  const people = await db.rows.staff.findMany({ where: { id: { in: rates.flatMap(({ staffId }) => staffId ?? []) } } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    storefront,
    base: storefronts[storefront].currency,
    quote: "CNY",
    inForce: (inForce?.id ?? null) as ExchangeRateFile["inForce"],
    ageDays,
    isStale: inForce === null || ageDays >= staleAfterDays,
    rates: rates.map((row) => viewRate(row, names)),
  };
}

/** Whole days since it was set, or since it began to hold where that came later. */
function ageOf({ effectiveAt, createdAt }: RateRow, now: Date): number {
  const since = Math.max(effectiveAt.getTime(), createdAt.getTime());
  return Math.max(0, Math.floor((now.getTime() - since) / dayMs));
}

function viewRate(row: RateRow, names: ReadonlyMap<string, string>): ExchangeRateView {
  return {
    id: row.id as ExchangeRateView["id"],
    rate: row.rate,
    effectiveAt: row.effectiveAt.toISOString(),
    source: row.source,
    setBy: row.staffId === null ? null : (names.get(row.staffId) ?? row.staffId),
    setAt: row.createdAt.toISOString(),
  };
}
