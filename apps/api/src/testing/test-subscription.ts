import type { Tx } from "@covenant/db";
import {
  after,
  duration,
  type MemberActor,
  newId,
  type PlanPriceId,
  type StorefrontId,
  type SubscriptionId,
} from "@covenant/domain";

/** A plan that no catalogue sells, so that no test's list of plans has it. */
const planId = "test-plan";

/** The name under which the processor knows a subscription that was made here. */
export const processorSubscription = (id: SubscriptionId) => `sub_test_${id}`;

type TestSubscription = {
  id: SubscriptionId;
  priceId: PlanPriceId;
};

/** An active subscription of a member, halfway through a paid month, of a plan that is made for tests. */
export async function testSubscription(
  tx: Pick<Tx, "rows">,
  { memberId, storefront }: MemberActor,
  now: Date,
): Promise<TestSubscription> {
  const plan = { storefront, id: planId, name: "Test plan", credits: 40, interval: "month", position: 99 };
  await tx.rows.plan.createMany({ data: { ...plan, enabled: false }, skipDuplicates: true });
  const priceId = await firstPrice(tx, storefront);
  const periodStart = after(now, -duration.days(15));
  const id = newId("subscription");
  await tx.rows.subscription.create({
    data: {
      id,
      storefront,
      memberId,
      requestId: newId("request"),
      planId,
      priceId,
      state: "active",
      asksToStart: true,
      stripeSubscriptionId: processorSubscription(id),
      placedAt: periodStart,
      startedAt: periodStart,
      periodStart,
      periodEnd: after(now, duration.days(15)),
    },
  });
  return { id, priceId };
}

async function firstPrice({ rows }: Pick<Tx, "rows">, storefront: StorefrontId): Promise<PlanPriceId> {
  const known = await rows.planPrice.findFirst({ where: { storefront, planId }, orderBy: { effectiveAt: "asc" } });
  if (known !== null) return known.id as PlanPriceId;
  const id = newId("planPrice");
  const price = { id, storefront, planId, amountMinor: 900, currency: "USD" };
  const opening = new Date("2026-01-01T00:00:00Z");
  await rows.planPrice.create({ data: { ...price, effectiveAt: opening, createdAt: opening } });
  return id;
}
