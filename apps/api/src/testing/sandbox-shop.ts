import { type MemberActor, newId, type OrderId, type PaymentMethod } from "@covenant/domain";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import type { SandboxStripe } from "./sandbox-stripe.ts";
import type { TestDeps } from "./test-deps.ts";
import { testMember } from "./test-people.ts";

export type Bought = { orderId: OrderId; paymentIntentId: string; member: MemberActor };

/** A new member buys the first pack of apimodels.app at the sandbox's Stripe, and the order is settled. */
export async function buyPack(
  deps: TestDeps,
  stripe: SandboxStripe,
  { method = "card" as PaymentMethod, number = "4242 4242 4242 4242" } = {},
): Promise<Bought> {
  const { member, orderId, sessionId } = await placedAtSandbox(deps, method);
  await (method === "alipay" ? stripe.payByAlipay(sessionId) : stripe.payByCard(sessionId, number));
  await settleOrder(deps, { orderId });
  const { stripePaymentIntentId } = await deps.db.rows.order.findUniqueOrThrow({ where: { id: orderId } });
  if (stripePaymentIntentId === null) throw new Error(`${orderId} was not paid`);
  return { orderId, paymentIntentId: stripePaymentIntentId, member };
}

/** An order whose payment page is open at the sandbox's Stripe. */
export async function placedAtSandbox(deps: TestDeps, method: PaymentMethod = "card") {
  const member = await testMember(deps, { storefront: "apimodels" });
  const pack = await deps.db.rows.pack.findFirstOrThrow({
    where: { storefront: "apimodels" },
    orderBy: { position: "asc" },
  });
  const request = { requestId: newId("request"), packId: pack.id, method, asksToStart: true };
  const { id: orderId } = await placeOrder(deps, member, request);
  const { stripeSessionId } = await deps.db.rows.order.findUniqueOrThrow({ where: { id: orderId } });
  if (stripeSessionId === null) throw new Error(`${orderId} has no payment page`);
  return { member, orderId, sessionId: stripeSessionId };
}
