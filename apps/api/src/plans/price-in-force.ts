import type { Database, Prisma } from "@covenant/db";
import { Refusal, type StorefrontId } from "@covenant/domain";

/** A price with the plan it is of. */
export type PricedPlan = Prisma.PlanPriceGetPayload<{ include: { plan: true } }>;

/**
 * What somebody who subscribes to a plan at that instant pays: the newest price whose time has come.
 * @throws Refusal "thing/not-found" where the storefront does not sell such a plan.
 */
export async function getPriceInForce(
  { rows }: Pick<Database, "rows">,
  { storefront, planId }: { storefront: StorefrontId; planId: string },
  at: Date,
): Promise<PricedPlan> {
  const price = await rows.planPrice.findFirst({
    where: { storefront, planId, effectiveAt: { lte: at }, plan: { enabled: true } },
    orderBy: [{ effectiveAt: "desc" }, { id: "desc" }],
    include: { plan: true },
  });
  if (price === null) throw new Refusal("thing/not-found", { thing: "plan" });
  return price;
}
