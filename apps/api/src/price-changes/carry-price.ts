import { recordAct, type Tx } from "@covenant/db";
import { newId, type SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { ensureProcessorPrice } from "../plans/processor-price.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { lockSubscription } from "../subscriptions/lock-subscription.ts";
import { settleSubscription } from "../subscriptions/settle-subscription.ts";
import { listTold, type Told } from "./renewing-subscriptions.ts";
import { type PriceRuling, ruleOnPrice } from "./rule-on-price.ts";

const ourselves = { kind: "system", part: "price-changes" } as const;

type Carried = { told: Told; answer: PriceRuling };

/** The newest price that the next renewal may carry, of those a subscriber was told of, the newest first; null: none. */
export function newestAllowed(prices: readonly Told[], at: Date): Carried | null {
  for (const told of prices) {
    const { storefront, toldAt, effectiveAt, periodEnd: renewsAt } = told;
    const answer = ruleOnPrice({ storefront, at, toldAt, effectiveAt, renewsAt });
    if (answer.ruling.outcome.renewalCarriesIt) return { told, answer };
  }
  return null;
}

/**
 * Has the next renewal charged at the newest price that its subscriber was told of in time. A renewal that comes sooner
 * keeps the price it had; the running period is left as it is.
 */
export async function carryPrice(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { subscriptionId }: { subscriptionId: SubscriptionId },
): Promise<void> {
  const { db, clock, payments } = deps;
  const carried = newestAllowed(await listTold(db, subscriptionId), clock.now());
  if (carried === null) return;
  const { stripeSubscriptionId, priceId, newPriceId } = carried.told;
  const [before, wanted] = [await processorPrice(deps, priceId), await processorPrice(deps, newPriceId)];
  const { price } = await payments.readSubscription(stripeSubscriptionId);
  // The member has chosen another plan there of which we have not read yet: it is settled, and looked at again.
  if (price !== before && price !== wanted) return settleSubscription(deps, { subscriptionId });
  await setRenewal(deps, carried.told, wanted);
  const stands = await db.transaction((tx) => writeCarried(tx, carried));
  // Chosen otherwise in between, which goes before what was just set.
  if (stands !== newPriceId) await setRenewal(deps, carried.told, await processorPrice(deps, stands));
}

async function processorPrice(deps: Pick<Deps, "db" | "payments">, id: string): Promise<string> {
  return ensureProcessorPrice(
    deps,
    await deps.db.rows.planPrice.findUniqueOrThrow({ where: { id }, include: { plan: true } }),
  );
}

/** Under a key of its own: the same change may be right again after the member chose another plan and came back. */
function setRenewal(
  { payments }: Pick<Deps, "payments">,
  { stripeSubscriptionId }: Told,
  price: string,
): Promise<void> {
  return payments.setRenewalPrice(stripeSubscriptionId, price, newId("request"));
}

/** Notes what the next renewal carries, unless it is no longer what this was decided on. Answers the price that stands. */
async function writeCarried(tx: Tx, { told, answer }: Carried): Promise<string> {
  const { id, priceId, newPriceId, storefront, memberId } = told;
  const now = await lockSubscription(tx, id);
  if (now === null) throw new Error(`${id} is not there`);
  const stands = now.renewalPriceId ?? now.priceId;
  // Whoever settled the subscription in between has read the new price at the processor already.
  if (stands !== priceId && stands !== newPriceId) return stands;
  await tx.rows.subscription.update({ where: { id }, data: { renewalPriceId: newPriceId } });
  const rulingId = await recordRuling(tx, { storefront, memberId }, answer.ruling, answer.facts);
  const facts = { fromPriceId: priceId, priceId: newPriceId };
  await recordAct(tx, { actor: ourselves, act: "subscription.carry-price", on: id, rulingId, facts });
  return newPriceId;
}
