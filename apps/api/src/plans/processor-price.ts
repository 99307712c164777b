import type { Currency, PlanInterval, StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import type { PricedPlan } from "./price-in-force.ts";

/** The processor's id of a price, made there when it is first needed, and remembered. */
export async function ensureProcessorPrice(
  { db, payments }: Pick<Deps, "db" | "payments">,
  { id, stripePriceId, amountMinor, currency, plan }: PricedPlan,
): Promise<string> {
  if (stripePriceId !== null) return stripePriceId;
  const made = await payments.ensurePrice({
    priceId: id,
    planName: `${storefronts[plan.storefront as StorefrontId].name}: ${plan.name}`,
    interval: plan.interval as PlanInterval,
    amount: { amountMinor, currency: currency as Currency },
  });
  await db.rows.planPrice.update({ where: { id }, data: { stripePriceId: made } });
  return made;
}
