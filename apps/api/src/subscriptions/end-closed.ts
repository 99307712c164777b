import type { SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { endPlaced } from "./end-placed.ts";
import { lockSubscription } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";

const ourselves = { kind: "system", part: "subscriptions" } as const;

/** Subscriptions that go on although their member's account is closed. */
const closedQuery = `
  SELECT s.id, s.state FROM subscription s JOIN member m ON m.id = s.member_id
  WHERE m.closed_at IS NOT NULL AND s.cancelled_at IS NULL AND s.state <> 'ended' ORDER BY s.id LIMIT 50`;

/** Cancels the subscription of a closed account as a member would have: nothing is charged any more, and it says so by mail. */
export async function endClosed(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  const found = await deps.db.query<{ id: SubscriptionId; state: string }>(closedQuery, []);
  for (const { id, state } of found) {
    if (state === "placed") await endPlaced(deps, id);
    else await end(deps, id);
  }
  return found.length;
}

async function end({ db, clock }: Pick<Deps, "db" | "clock">, id: SubscriptionId): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockSubscription(tx, id);
    if (row === null || row.cancelledAt !== null || row.startedAt === null) return;
    // The processor's clock, which says when it was paid, may be a moment ahead of ours.
    const at = new Date(Math.max(row.startedAt.getTime(), clock.now().getTime()));
    const plan = await planCancellation(tx, row, { channel: "account-closed", receivedAt: at, now: at });
    const note = "The account was closed.";
    await carryOutCancellation(tx, row, { plan, actor: ourselves, act: "subscription.end-closed", note, at });
  });
}
