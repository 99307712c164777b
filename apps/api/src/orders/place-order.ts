import { isDuplicate } from "@covenant/db";
import { type MemberActor, newId, type OrderId, type OrderRequest, type OrderView, Refusal } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { admitMember } from "../members/admitted-member.ts";
import { findOrderByRequest } from "./order-store.ts";
import { priceOrder } from "./price-order.ts";
import { type OrderWithMoneyBack, withMoneyBack } from "./standing-of-order.ts";
import { viewOrder } from "./view-order.ts";

type OrderDeps = Pick<Deps, "db" | "clock" | "payments" | "originOf">;

/**
 * Places an order and opens its payment page. The order is written first and the page is opened under the order's id,
 * so a request sent twice, or broken off between the two, still leads to one order and one page.
 */
export async function placeOrder(deps: OrderDeps, actor: MemberActor, request: OrderRequest): Promise<OrderView> {
  const order =
    (await findOrderByRequest(deps.db, actor.memberId, request.requestId)) ?? (await insertOrder(deps, actor, request));
  if (order.packId !== request.packId || order.method !== request.method) {
    throw new Refusal("request/reused-key", { orderId: order.id });
  }
  if (order.checkoutUrl !== null || order.state !== "placed") return viewOrder(order);
  return viewOrder(await openPaymentPage(deps, actor, order));
}

async function insertOrder(
  { db, clock }: OrderDeps,
  actor: MemberActor,
  request: OrderRequest,
): Promise<OrderWithMoneyBack> {
  const { memberId, storefront } = actor;
  const { requestId, packId, method, asksToStart } = request;
  const at = clock.now();
  await admitMember(db, actor, at);
  const pack = await db.rows.pack.findUnique({ where: { storefront_id: { storefront, id: packId } } });
  if (pack === null || !pack.enabled) throw new Refusal("thing/not-found", { thing: "pack" });
  if (!storefronts[storefront].paymentMethods.includes(method)) {
    throw new Refusal("request/invalid", {
      field: "method",
      reason: "This storefront does not take this payment method.",
    });
  }
  const { charged, rate } = await priceOrder(db, pack, { storefront, method, at });
  const data = {
    id: newId("order"),
    storefront,
    memberId,
    requestId,
    packId,
    packName: pack.name,
    credits: pack.credits,
    amountMinor: pack.amountMinor,
    currency: pack.currency,
    chargedMinor: charged.amountMinor,
    chargedCurrency: charged.currency,
    rate,
    expiresAfterDays: pack.expiresAfterDays,
    method,
    asksToStart,
    state: "placed",
    placedAt: at,
  };
  try {
    return await db.rows.order.create({ data, include: withMoneyBack });
  } catch (error) {
    const other = isDuplicate(error) ? await findOrderByRequest(db, memberId, requestId) : null;
    if (other === null) throw error;
    return other;
  }
}

async function openPaymentPage(
  { db, payments, originOf }: OrderDeps,
  actor: MemberActor,
  order: OrderWithMoneyBack,
): Promise<OrderWithMoneyBack> {
  const { email } = await db.rows.member.findUniqueOrThrow({ where: { id: actor.memberId } });
  const page = `${originOf(actor.storefront)}/orders/${order.id}`;
  const { charged, ...view } = viewOrder(order);
  const checkout = await payments.openCheckout({
    orderId: order.id as OrderId,
    description: `${storefronts[actor.storefront].name}: ${order.packName}`,
    amount: charged?.amount ?? view.price,
    method: view.method,
    email,
    successUrl: page,
    cancelUrl: `${originOf(actor.storefront)}/pricing`,
  });
  return db.rows.order.update({
    where: { id: order.id },
    data: { stripeSessionId: checkout.sessionId, checkoutUrl: checkout.url },
    include: withMoneyBack,
  });
}
