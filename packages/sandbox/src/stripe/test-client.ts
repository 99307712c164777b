import Stripe from "stripe";
import type { Sandbox } from "../start-sandbox.ts";

/** The real SDK, pointed at the sandbox. */
export function stripeClient(sandbox: Sandbox, key: string): Stripe {
  const { port } = sandbox;
  return new Stripe(key, { host: "127.0.0.1", port, protocol: "http", maxNetworkRetries: 0, telemetry: false });
}

export const order: Stripe.Checkout.SessionCreateParams = {
  mode: "payment",
  client_reference_id: "ord_1",
  line_items: [
    { quantity: 2, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "100 credits" } } },
  ],
  metadata: { orderId: "ord_1" },
  payment_intent_data: { metadata: { orderId: "ord_1" } },
  success_url: "http://shop.test/paid?session={CHECKOUT_SESSION_ID}",
  cancel_url: "http://shop.test/cancelled",
};
