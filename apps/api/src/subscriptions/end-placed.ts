import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockSubscription } from "./lock-subscription.ts";

/** Ends a subscription that was never paid. Nothing else does: one that was paid by now stays. */
export async function endPlaced({ db, clock }: Pick<Deps, "db" | "clock">, id: SubscriptionId): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockSubscription(tx, id);
    if (row?.state !== "placed" || row.stripeSubscriptionId !== null) return;
    await tx.rows.subscription.update({ where: { id }, data: { state: "ended", endedAt: clock.now() } });
  });
}
