import type { MemberId, StorefrontId, SubscriptionFile } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { type SubscriptionRow, withPrices } from "./lock-subscription.ts";
import { viewSubscription } from "./view-subscription.ts";

/** A member's subscriptions, the newest first. */
export async function listSubscriptions(
  { db }: Pick<Deps, "db" | "clock">,
  memberId: MemberId,
): Promise<SubscriptionFile[]> {
  const rows = await db.rows.subscription.findMany({
    where: { memberId },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    include: withPrices,
  });
  return rows.map(fileOfSubscription);
}

/** A subscription as staff see it. */
export function fileOfSubscription(row: SubscriptionRow): SubscriptionFile {
  return {
    ...viewSubscription(row),
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    cancelledBy: row.cancelledBy as SubscriptionFile["cancelledBy"],
  };
}
