import type { MemberActor, SubscriptionView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { withPrices } from "./lock-subscription.ts";
import { findRunning } from "./subscription-store.ts";
import { viewSubscription } from "./view-subscription.ts";

/** A member's subscription: the one that runs, else the last that did; null where there was none. */
export async function viewOwnSubscription(
  { db }: Pick<Deps, "db">,
  { memberId }: MemberActor,
): Promise<SubscriptionView | null> {
  const row =
    (await findRunning(db, memberId)) ??
    (await db.rows.subscription.findFirst({ where: { memberId }, orderBy: { id: "desc" }, include: withPrices }));
  return row === null ? null : viewSubscription(row);
}
