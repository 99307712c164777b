import type { Prisma, Tx } from "@covenant/db";
import type { SubscriptionId } from "@covenant/domain";

/** What every reader of a subscription needs with it: its price and its next one, each with the plan. */
export const withPrices = {
  price: { include: { plan: true } },
  renewalPrice: { include: { plan: true } },
} as const satisfies Prisma.SubscriptionInclude;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ include: typeof withPrices }>;

/** Locks a subscription until the transaction ends; null when there is none. Whatever changes it begins here. */
export async function lockSubscription(tx: Tx, id: SubscriptionId): Promise<SubscriptionRow | null> {
  await tx.query("SELECT 1 AS locked FROM subscription WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  return tx.rows.subscription.findUnique({ where: { id }, include: withPrices });
}
