import type { SqlRunner } from "@covenant/db";
import {
  type Currency,
  credits,
  type PlanFile,
  type PlanInterval,
  type PlanPriceId,
  type PlanPriceView,
  Refusal,
  type StorefrontId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";

type PriceRow = {
  storefront: StorefrontId;
  planId: string;
  planName: string;
  credits: number;
  interval: PlanInterval;
  expiresAfterPeriodDays: number | null;
  enabled: boolean;
  id: PlanPriceId;
  amountMinor: number;
  currency: Currency;
  effectiveAt: Date;
  note: string | null;
  paying: number;
  told: number;
};

/** Told are those who will renew at it and pay another price now. */
const pricesQuery = `
  SELECT l.storefront, l.id AS "planId", l.name AS "planName", l.credits, l.interval, l.enabled,
    l.expires_after_period_days AS "expiresAfterPeriodDays", p.id, p.amount_minor AS "amountMinor", p.currency,
    p.effective_at AS "effectiveAt", p.note,
    (SELECT count(*)::int FROM subscription s
     WHERE s.price_id = p.id AND s.state NOT IN ('placed', 'ended')) AS paying,
    (SELECT count(*)::int FROM price_notice n JOIN subscription s ON s.id = n.subscription_id
     WHERE n.price_id = p.id AND s.price_id <> p.id AND s.state NOT IN ('cancelling', 'ended')) AS told
  FROM plan l JOIN plan_price p ON p.storefront = l.storefront AND p.plan_id = l.id
  WHERE ($1::text IS NULL OR l.storefront = $1::text) AND ($2::text IS NULL OR l.id = $2::text)
  ORDER BY l.storefront, l.position, l.id, p.effective_at DESC`;

/** Every storefront's plans with their prices, the newest first. */
export function listPlanFiles({ db, clock }: Pick<Deps, "db" | "clock">): Promise<PlanFile[]> {
  return planFiles(db, [null, null], clock.now());
}

/** @throws Refusal "thing/not-found". */
export async function getPlanFile(
  sql: SqlRunner,
  { storefront, planId, now }: { storefront: StorefrontId; planId: string; now: Date },
): Promise<PlanFile> {
  const [file] = await planFiles(sql, [storefront, planId], now);
  if (file === undefined) throw new Refusal("thing/not-found", { thing: "plan" });
  return file;
}

async function planFiles(sql: SqlRunner, of: [StorefrontId | null, string | null], now: Date): Promise<PlanFile[]> {
  const files = new Map<string, PriceRow[]>();
  for (const row of await sql.query<PriceRow>(pricesQuery, of)) {
    const key = `${row.storefront}/${row.planId}`;
    files.set(key, [...(files.get(key) ?? []), row]);
  }
  return [...files.values()].flatMap((rows) => fileOf(rows, now) ?? []);
}

function fileOf(rows: readonly PriceRow[], now: Date): PlanFile | null {
  const current = rows.find(({ effectiveAt }) => effectiveAt <= now) ?? rows.at(-1);
  if (current === undefined) return null;
  const { storefront, planId, planName, interval, expiresAfterPeriodDays, enabled } = current;
  return {
    id: planId,
    storefront,
    name: planName,
    credits: credits(current.credits),
    interval,
    price: moneyOf(current),
    expiresAfterPeriodDays,
    enabled,
    prices: rows.map(viewOf),
  };
}

function viewOf(row: PriceRow): PlanPriceView {
  const { id, effectiveAt, note, paying, told } = row;
  return { id, price: moneyOf(row), effectiveAt: effectiveAt.toISOString(), note, paying, told };
}

const moneyOf = ({ amountMinor, currency }: PriceRow) => ({ amountMinor, currency });
