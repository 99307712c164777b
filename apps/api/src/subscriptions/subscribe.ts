import { isDuplicate } from "@covenant/db";
import {
  type MemberActor,
  newId,
  Refusal,
  type RequestId,
  type SubscriptionId,
  type SubscriptionRequest,
  type SubscriptionView,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { admitMember } from "../members/admitted-member.ts";
import { getPriceInForce } from "../plans/price-in-force.ts";
import { ensureProcessorPrice } from "../plans/processor-price.ts";
import { ensureCustomer } from "./customer.ts";
import { endPlaced } from "./end-placed.ts";
import { type SubscriptionRow, withPrices } from "./lock-subscription.ts";
import { findByRequest, findRunning } from "./subscription-store.ts";
import { viewSubscription } from "./view-subscription.ts";

type SubscribeDeps = Pick<Deps, "db" | "clock" | "payments" | "originOf">;

/**
 * Begins a subscription and opens its payment page. It is written first and the page is opened under its id, so a request
 * sent twice, or broken off between the two, still leads to one subscription and one page.
 * @throws Refusal "subscription/exists" beside one that has not ended, "thing/not-found", and what refuses admission.
 */
export async function subscribe(
  deps: SubscribeDeps,
  actor: MemberActor,
  input: SubscriptionRequest,
): Promise<SubscriptionView> {
  const row = (await findByRequest(deps.db, actor.memberId, input.requestId)) ?? (await insert(deps, actor, input));
  if (row.planId !== input.planId) throw new Refusal("request/reused-key", { subscriptionId: row.id });
  if (row.checkoutUrl !== null || row.state !== "placed") return viewSubscription(row);
  return viewSubscription(await openPaymentPage(deps, actor, row));
}

async function insert(deps: SubscribeDeps, actor: MemberActor, input: SubscriptionRequest): Promise<SubscriptionRow> {
  const { memberId, storefront } = actor;
  const { requestId, planId, asksToStart } = input;
  const at = deps.clock.now();
  await admitMember(deps.db, actor, at);
  const price = await getPriceInForce(deps.db, { storefront, planId }, at);
  const twin = await makeRoom(deps, actor, requestId);
  if (twin !== null) return twin;
  const data = {
    id: newId("subscription"),
    storefront,
    memberId,
    requestId,
    planId,
    priceId: price.id,
    state: "placed",
    placedAt: at,
    asksToStart,
  };
  try {
    return await deps.db.rows.subscription.create({ data, include: withPrices });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const other = await findByRequest(deps.db, memberId, requestId);
    if (other === null) throw new Refusal("subscription/exists");
    return other;
  }
}

/**
 * One that was never paid and can be paid no more does not stand in the way of another. Gives the one that the same request
 * has begun meanwhile.
 */
async function makeRoom(
  deps: SubscribeDeps,
  { memberId }: MemberActor,
  requestId: RequestId,
): Promise<SubscriptionRow | null> {
  const running = await findRunning(deps.db, memberId);
  if (running === null || running.requestId === requestId) return running;
  const isOver = running.state === "placed" && (await cannotBePaid(deps, running));
  if (!isOver) throw new Refusal("subscription/exists", { subscriptionId: running.id, state: running.state });
  await endPlaced(deps, running.id as SubscriptionId);
  return null;
}

/** A page that nobody was given the address of counts as run out: {@link openPaymentPage} gives none out any more. */
async function cannotBePaid({ payments }: SubscribeDeps, { stripeSessionId }: SubscriptionRow): Promise<boolean> {
  return stripeSessionId === null || (await payments.readSubscriptionCheckout(stripeSessionId)).kind === "expired";
}

async function openPaymentPage(
  deps: SubscribeDeps,
  actor: MemberActor,
  { id, price }: SubscriptionRow,
): Promise<SubscriptionRow> {
  const origin = deps.originOf(actor.storefront);
  const checkout = await deps.payments.openSubscriptionCheckout({
    subscriptionId: id as SubscriptionId,
    price: await ensureProcessorPrice(deps, price),
    customer: await ensureCustomer(deps, actor.memberId),
    successUrl: `${origin}/billing`,
    cancelUrl: `${origin}/pricing`,
  });
  const page = { stripeSessionId: checkout.sessionId, checkoutUrl: checkout.url };
  const { count } = await deps.db.rows.subscription.updateMany({ where: { id, state: "placed" }, data: page });
  if (count === 0) throw new Refusal("subscription/exists");
  return deps.db.rows.subscription.findUniqueOrThrow({ where: { id }, include: withPrices });
}
