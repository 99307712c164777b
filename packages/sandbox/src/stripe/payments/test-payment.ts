import type Stripe from "stripe";
import { order, type StripeWorld } from "../test-client.ts";

/** A pack of ten dollars that was paid by card: its payment intent and charge. */
export async function paidByCard(world: StripeWorld, number?: string): Promise<Stripe.Charge> {
  const { id } = await world.stripe.checkout.sessions.create(order);
  await world.payByCard(id, number);
  return chargeOf(world, id);
}

/** A pack that was paid by Alipay. */
export async function paidByAlipay(world: StripeWorld, currency = "usd"): Promise<Stripe.Charge> {
  const asked = structuredClone(order);
  asked.allowed_payment_method_types = ["alipay"];
  asked.line_items = [{ quantity: 1, price_data: { currency, unit_amount: 7200, product_data: { name: "Credits" } } }];
  const { id } = await world.stripe.checkout.sessions.create(asked);
  await world.submit(`/checkout/${id}/authorise`, { decision: "authorise" });
  return chargeOf(world, id);
}

async function chargeOf({ stripe }: StripeWorld, session: string): Promise<Stripe.Charge> {
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session, {
    expand: ["payment_intent.latest_charge"],
  });
  const charge = typeof payment_intent === "string" ? null : payment_intent?.latest_charge;
  if (typeof charge === "string" || !charge) throw new Error("nothing was charged");
  return charge;
}
