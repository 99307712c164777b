import { type Currency, credits, type PlanInterval, type PlanView, type StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** The plans on sale at a storefront, in its order, each at the price that a new subscriber pays now. */
export async function listPlans(
  { db, clock }: Pick<Deps, "db" | "clock">,
  storefront: StorefrontId,
): Promise<PlanView[]> {
  const rows = await db.rows.plan.findMany({
    where: { storefront, enabled: true },
    orderBy: { position: "asc" },
    include: {
      prices: {
        where: { effectiveAt: { lte: clock.now() } },
        orderBy: [{ effectiveAt: "desc" }, { id: "desc" }],
        take: 1,
      },
    },
  });
  return rows.flatMap(({ prices: [price], ...plan }) => (price === undefined ? [] : [viewPlan(plan, price)]));
}

type PlanRow = Omit<PlanView, "credits" | "interval" | "price"> & { credits: number; interval: string };

/** A plan at one of its prices. */
export function viewPlan(
  { id, name, credits: granted, interval, expiresAfterPeriodDays }: PlanRow,
  { amountMinor, currency }: { amountMinor: number; currency: string },
): PlanView {
  return {
    id,
    name,
    credits: credits(granted),
    interval: interval as PlanInterval,
    price: { amountMinor, currency: currency as Currency },
    expiresAfterPeriodDays,
  };
}
