import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { membership, type StripeWorld, startStripeWorld } from "../test-client.ts";
import { firstRenewal, lastOfJanuary, latestInvoice, priceOf, subscribe } from "./test-subscription.ts";

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterAll(() => world.close());

describe("a subscription", () => {
  it("carries its period on its items, not on itself", async () => {
    const { subscription } = await subscribe(world);
    expect(subscription).toMatchObject({ status: "active", billing_mode: { type: "flexible" } });
    expect(subscription).not.toHaveProperty("current_period_end");
    expect(subscription.items.data[0]).toMatchObject({
      current_period_start: lastOfJanuary,
      current_period_end: firstRenewal,
    });
  });

  it("is paid for by an invoice that names it, its price and the period", async () => {
    const { subscription, price } = await subscribe(world);
    const invoice = await latestInvoice(world.stripe, subscription.id);
    expect(invoice).toMatchObject({
      status: "paid",
      billing_reason: "subscription_create",
      amount_paid: 1000,
      parent: { type: "subscription_details", subscription_details: { subscription: subscription.id } },
    });
    expect(invoice).not.toHaveProperty("subscription");
    expect(invoice).not.toHaveProperty("payment_intent");
    expect(invoice.lines.data[0]).toMatchObject({
      amount: 1000,
      period: { start: lastOfJanuary, end: firstRenewal },
      pricing: { type: "price_details", price_details: { price } },
      parent: { subscription_item_details: { proration: false, subscription: subscription.id } },
    });
    const [payment] = (await world.stripe.invoicePayments.list({ invoice: invoice.id })).data;
    expect(payment).toMatchObject({ status: "paid", amount_paid: 1000, payment: { type: "payment_intent" } });
    const by = { type: "payment_intent" as const, payment_intent: String(payment?.payment.payment_intent) };
    expect((await world.stripe.invoicePayments.list({ payment: by })).data[0]?.invoice).toBe(invoice.id);
  });

  it("is incomplete until its first invoice is paid, and expires after 23 hours", async () => {
    const { stripe } = world;
    const { clock, customer, price } = await subscribe(world);
    const card = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
    const first = { customer, items: [{ price }], default_payment_method: card.id };
    const subscription = await stripe.subscriptions.create(first);
    expect(subscription.status).toBe("incomplete");
    await expect(
      stripe.subscriptions.create({ ...first, payment_behavior: "error_if_incomplete" }),
    ).rejects.toMatchObject({ type: "StripeCardError", code: "card_declined", statusCode: 402 });
    await world.advance(clock, lastOfJanuary + 24 * 60 * 60);
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("incomplete_expired");
    expect((await latestInvoice(stripe, subscription.id)).status).toBe("void");
  });

  it("waits for the payer where it is told to, and is active once the invoice is paid", async () => {
    const { stripe } = world;
    const { customer, price } = await subscribe(world);
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price }],
      payment_behavior: "default_incomplete",
    });
    const invoice = await latestInvoice(stripe, subscription.id);
    expect([subscription.status, invoice.status]).toEqual(["incomplete", "open"]);
    await stripe.invoices.pay(invoice.id, { payment_method: "pm_card_visa" });
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  });

  it("ends at the end of its period where it is asked to, unless that is taken back", async () => {
    const { stripe } = world;
    const { clock, subscription } = await subscribe(world);
    const ending = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({ status: "active", cancel_at: firstRenewal, cancel_at_period_end: true });
    expect(ending.cancellation_details?.reason).toBe("cancellation_requested");
    const kept = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
    expect(kept).toMatchObject({ cancel_at: null, canceled_at: null, cancel_at_period_end: false });
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await world.advance(clock, firstRenewal + 1);
    const ended = await stripe.subscriptions.retrieve(subscription.id);
    expect(ended).toMatchObject({ status: "canceled", ended_at: firstRenewal });
    expect((await world.hears("customer.subscription.deleted")).data.object).toMatchObject({ id: subscription.id });
    expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);
  });

  it("ends at once, once, and can be changed no more", async () => {
    const { stripe } = world;
    const { customer, subscription } = await subscribe(world);
    const ended = await stripe.subscriptions.cancel(subscription.id, { cancellation_details: { feedback: "unused" } });
    expect(ended).toMatchObject({ status: "canceled", cancellation_details: { feedback: "unused" } });
    await expect(stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({ code: "resource_missing" });
    await expect(stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false })).rejects.toMatchObject({
      code: "invalid_canceled_subscription_fields",
    });
    await stripe.subscriptions.update(subscription.id, { metadata: { note: "gone" } });
    expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(0);
    expect((await stripe.subscriptions.list({ customer, status: "all" })).data).toHaveLength(1);
  });

  it("that is paused renews nothing, and begins anew when it is resumed", async () => {
    const { stripe } = world;
    const { clock, subscription } = await subscribe(world);
    const keepsTime = { unused_time_from: { type: "none" as const } };
    const paused = await stripe.subscriptions.pause(subscription.id, { bill_for: keepsTime });
    expect(paused).toMatchObject({ status: "paused", status_details: { paused: { type: "subscription" } } });
    await world.hears("customer.subscription.paused");
    const later = firstRenewal + 40 * 24 * 60 * 60;
    await world.advance(clock, later);
    expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1);
    const resumed = await stripe.subscriptions.resume(subscription.id);
    expect(resumed).toMatchObject({ status: "active", billing_cycle_anchor: later });
    expect((await latestInvoice(stripe, subscription.id)).amount_paid).toBe(1000);
  });

  it("cannot be had in a second currency, nor at a retired price", async () => {
    const { stripe } = world;
    const { customer, price } = await subscribe(world);
    const euros = { currency: "eur", unit_amount: 900, recurring: { interval: "month" as const } };
    const { product } = await stripe.prices.retrieve(price);
    const item = { price_data: { ...euros, product: String(product) } };
    await expect(stripe.subscriptions.create({ customer, items: [item] })).rejects.toThrow(/combine currencies/);
    const retired = await priceOf(stripe, 2000);
    await stripe.prices.update(retired, { active: false });
    await expect(stripe.subscriptions.create({ customer, items: [{ price: retired }] })).rejects.toThrow(/inactive/);
  });
});

describe("Checkout for a subscription", () => {
  it("begins it, pays it and says so, with everything to expand", async () => {
    const { stripe } = world;
    const { id } = await stripe.checkout.sessions.create(membership);
    world.receiver.received.length = 0;
    expect((await world.payByCard(id)).headers.get("location")).toBe("http://shop.test/joined");
    const session = await stripe.checkout.sessions.retrieve(id, {
      expand: ["subscription", "invoice.payments", "line_items", "customer"],
    });
    expect(session).toMatchObject({
      status: "complete",
      payment_status: "paid",
      payment_intent: null,
      subscription: { status: "active", metadata: { memberId: "mem_1" } },
      invoice: { status: "paid", payments: { data: [{ status: "paid" }] } },
      customer: { email: "member@demo.test" },
    });
    expect(world.heard().map(({ type }) => type)).toEqual([
      "customer.subscription.created",
      "invoice.paid",
      "checkout.session.completed",
    ]);
  });

  it("offers cards only, and begins nothing when the card is declined", async () => {
    const { stripe } = world;
    const asked = { ...membership, allowed_payment_method_types: ["card" as const, "alipay" as const] };
    const session = await stripe.checkout.sessions.create(asked);
    expect(session.payment_method_types).toEqual(["card"]);
    expect((await world.payByCard(session.id, "4000 0000 0000 9995")).status).toBe(402);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "open", subscription: null });
  });

  it("takes a price of the catalogue, and refuses one of the other mode", async () => {
    const { stripe } = world;
    const price = await priceOf(stripe, 700);
    const bought = { ...membership, line_items: [{ price, quantity: 1 }] };
    expect((await stripe.checkout.sessions.create(bought)).amount_total).toBe(700);
    const { subscription_data: _, ...rest } = bought;
    await expect(stripe.checkout.sessions.create({ ...rest, mode: "payment" })).rejects.toThrow(/recurring price/);
  });
});
