import { recordAct, type Tx } from "@covenant/db";
import { newId, type PlanFile, type PriceChangeRequest, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { getPlanFile } from "./list-plan-files.ts";
import { type PriceChange, planPriceChange } from "./plan-price-change.ts";
import { type NewPrice, tellOfPrice } from "./tell-of-price.ts";

/** A notice took up to 15 ms on a busy machine, and a transaction has 15 seconds. The sweep tells whoever is left. */
const toldAtOnce = 200;

/**
 * Sets a new price of a plan and tells its subscribers, in one transaction. New subscribers pay it from its day on; a
 * subscriber from the first renewal that the terms let it reach. The same request sent twice sets one price.
 * @throws Refusal "plan/changed" where more or fewer are subscribed than the preview said; as `planPriceChange`.
 */
export async function changePrice(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  request: PriceChangeRequest,
): Promise<PlanFile> {
  const { storefront, planId, requestId } = request;
  await db.transaction(async (tx) => {
    await lockPlan(tx, request);
    const earlier = await tx.rows.planPrice.findUnique({ where: { requestId } });
    if (earlier !== null) return requireSame(earlier, request);
    const at = clock.now();
    const change = await planPriceChange(tx, request, at);
    const subscribers = change.subscribers.length;
    if (subscribers !== request.expectedSubscribers) throw new Refusal("plan/changed", { subscribers });
    const price = await setPrice(tx, { actor, request, change, at });
    for (const subscriber of change.subscribers.slice(0, toldAtOnce)) await tellOfPrice(tx, subscriber, { price, at });
  });
  return getPlanFile(db, { storefront, planId, now: clock.now() });
}

/** Two changes of one plan come one after the other. */
async function lockPlan(tx: Tx, { storefront, planId }: PriceChangeRequest): Promise<void> {
  await tx.query("SELECT 1 AS locked FROM plan WHERE storefront = $1::text AND id = $2::text FOR UPDATE", [
    storefront,
    planId,
  ]);
}

type SetBefore = { id: string; storefront: string; planId: string; amountMinor: number };

function requireSame(earlier: SetBefore, { storefront, planId, amountMinor }: PriceChangeRequest): void {
  const same = earlier.storefront === storefront && earlier.planId === planId && earlier.amountMinor === amountMinor;
  if (!same) throw new Refusal("request/reused-key", { priceId: earlier.id });
}

type Setting = { actor: StaffActor; request: PriceChangeRequest; change: PriceChange; at: Date };

async function setPrice(tx: Tx, { actor, request, change, at }: Setting): Promise<NewPrice> {
  const { storefront, planId, amountMinor, requestId, note } = request;
  const { last, effectiveAt, subscribers } = change;
  const { currency } = last;
  const id = newId("planPrice");
  const price = { id, storefront, planId, amountMinor, currency, effectiveAt, requestId, note, createdAt: at };
  await tx.rows.planPrice.create({ data: { ...price, staffId: actor.staffId } });
  const facts = {
    priceId: id,
    fromMinor: last.amountMinor,
    toMinor: amountMinor,
    effectiveAt: effectiveAt.toISOString(),
    told: subscribers.length,
  };
  await recordAct(tx, { actor, act: "plan.change-price", on: `${storefront}/${planId}`, note, facts });
  return { id, amountMinor, effectiveAt };
}
