import type Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, until } from "../../testing.ts";
import { membership, order, type StripeWorld, startStripeWorld } from "../test-client.ts";

let world: StripeWorld;
let stripe: Stripe;

beforeAll(async () => {
  world = await startStripeWorld();
  stripe = world.stripe;
});

afterEach(async () => {
  await world.control("/settings", { methods: ["card", "alipay"] });
  world.receiver.received.length = 0;
});

afterAll(() => world.close());

describe("3-D Secure", () => {
  it.each(["4000 0025 0000 3155", "4000 0027 6000 3184"])("with %s is a step that can be failed", async (number) => {
    const { id } = await stripe.checkout.sessions.create(order);
    const step = await world.payByCard(id, number);
    expect(step.headers.get("location")).toBe(`/checkout/${id}/authenticate`);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
    expect(session.payment_intent).toMatchObject({
      status: "requires_action",
      next_action: {
        type: "redirect_to_url",
        redirect_to_url: { url: `${world.sandbox.url}/checkout/${id}/authenticate` },
      },
    });
    const failed = await world.submit(`/checkout/${id}/authenticate`, { decision: "fail" });
    expect([failed.status, (await failed.text()).includes("unable to authenticate")]).toEqual([402, true]);
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
    await world.payByCard(id, number);
    expect((await world.submit(`/checkout/${id}/authenticate`, { decision: "complete" })).status).toBe(303);
    expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("paid");
  });

  it("may be passed and the card still be declined", async () => {
    const { id } = await stripe.checkout.sessions.create(order);
    await world.payByCard(id, "4000 0084 0000 1629");
    const answer = await world.submit(`/checkout/${id}/authenticate`, { decision: "complete" });
    expect(await answer.text()).toContain("Your card was declined.");
  });

  it("once passed for a subscription leaves a card that renews by itself", async () => {
    const { id } = await stripe.checkout.sessions.create(membership);
    await world.payByCard(id, "4000 0025 0000 3155");
    await world.submit(`/checkout/${id}/authenticate`, { decision: "complete" });
    const { subscription } = await stripe.checkout.sessions.retrieve(id);
    await world.control("/advance", { to: "renewal", subscription });
    const { data } = await stripe.invoices.list({ subscription: String(subscription), status: "paid" });
    expect(data).toHaveLength(2);
  });
});

describe("a method that answers later", () => {
  it.each([
    ["later-paid", "checkout.session.async_payment_succeeded", "paid"],
    ["later-failed", "checkout.session.async_payment_failed", "unpaid"],
  ] as const)("is complete and unpaid first, then as %s", async (decision, type, status) => {
    const { id } = await stripe.checkout.sessions.create(order);
    await world.submit(`/checkout/${id}/authorise`, { decision });
    const completed = await world.hears("checkout.session.completed");
    expect(completed.data.object).toMatchObject({ id, status: "complete", payment_status: "unpaid" });
    expect((await world.hears(type)).data.object).toMatchObject({ id, payment_status: status });
    expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe(status);
  });

  it("is a bank debit where the account has it, and can be answered by hand", async () => {
    const settings = await world.control("/settings", { methods: ["card", "us_bank_account"] });
    expect(await jsonOf(settings)).toMatchObject({ methods: ["card", "us_bank_account"] });
    const session = await stripe.checkout.sessions.create(order);
    expect(session.payment_method_types).toEqual(["card", "us_bank_account"]);
    await world.submit(`/checkout/${session.id}/pay`, { method: "us_bank_account", account: "000123456789" });
    await world.control(`/sessions/${session.id}`, { succeeds: false });
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(payment_intent).toMatchObject({ status: "requires_payment_method" });
    await until(() => world.heard().some(({ type }) => type === "checkout.session.async_payment_failed"));
  });
});

describe("a session", () => {
  it("expands the charge inside its payment, and refuses what cannot be", async () => {
    const { id } = await stripe.checkout.sessions.create(order);
    await world.payByCard(id);
    const session = await stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent.latest_charge.balance_transaction", "line_items.data.price.product"],
    });
    expect(session).toMatchObject({
      payment_intent: { latest_charge: { paid: true, balance_transaction: { net: 941 } } },
      line_items: { data: [{ price: { product: { name: "100 credits" } } }] },
    });
    await expect(stripe.checkout.sessions.retrieve(id, { expand: ["metadata_of_mine"] })).rejects.toThrow(
      "This property cannot be expanded (metadata_of_mine).",
    );
  });

  it("asks for at least what a card can be charged", async () => {
    const cheap = structuredClone(order);
    cheap.line_items = [
      { quantity: 1, price_data: { currency: "usd", unit_amount: 49, product_data: { name: "Credit" } } },
    ];
    await expect(stripe.checkout.sessions.create(cheap)).rejects.toMatchObject({ code: "amount_too_small" });
  });

  it("keeps to one currency, one mode and what each may carry", async () => {
    const { create } = { create: (asked: object) => stripe.checkout.sessions.create(asked as typeof order) };
    const euro = { quantity: 1, price_data: { currency: "eur", unit_amount: 500, product_data: { name: "x" } } };
    await expect(create({ ...order, line_items: [...(order.line_items ?? []), euro] })).rejects.toMatchObject({
      param: "line_items",
    });
    await expect(create({ ...order, mode: "gift" })).rejects.toMatchObject({ param: "mode" });
    await expect(create({ ...membership, payment_intent_data: {} })).resolves.toBeDefined();
    await expect(create({ ...membership, payment_intent_data: { description: "x" } })).rejects.toMatchObject({
      param: "payment_intent_data",
    });
    await expect(create({ ...order, payment_intent_data: { metadatum: "x" } })).rejects.toMatchObject({
      code: "parameter_unknown",
      param: "payment_intent_data[metadatum]",
    });
  });
});
