import type { Database } from "@covenant/db";
import { type MemberId, Refusal, type RequestId, type SubscriptionId } from "@covenant/domain";
import { type SubscriptionRow, withPrices } from "./lock-subscription.ts";

/** The subscription an earlier sending of the same request began. */
export function findByRequest({ rows }: Pick<Database, "rows">, memberId: MemberId, requestId: RequestId) {
  return rows.subscription.findFirst({ where: { memberId, requestId }, include: withPrices });
}

/** The one that has not ended; there is at most one. */
export function findRunning({ rows }: Pick<Database, "rows">, memberId: MemberId): Promise<SubscriptionRow | null> {
  return rows.subscription.findFirst({ where: { memberId, state: { not: "ended" } }, include: withPrices });
}

/** @throws Refusal "thing/not-found" for a member who has none. */
export async function getRunning(db: Pick<Database, "rows">, memberId: MemberId): Promise<SubscriptionRow> {
  const row = await findRunning(db, memberId);
  if (row === null) throw new Refusal("thing/not-found", { thing: "subscription" });
  return row;
}

/** A member's own subscription; another's does not exist for them. */
export async function getOwn(
  { rows }: Pick<Database, "rows">,
  memberId: MemberId,
  id: SubscriptionId,
): Promise<SubscriptionRow> {
  const row = await rows.subscription.findFirst({ where: { id, memberId }, include: withPrices });
  if (row === null) throw new Refusal("thing/not-found", { thing: "subscription" });
  return row;
}
