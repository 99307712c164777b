import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type StripeWorld, startStripeWorld } from "../test-client.ts";
import { firstRenewal, lastOfJanuary, latestInvoice, subscribe } from "./test-subscription.ts";

const hour = 60 * 60;
const day = 24 * hour;

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

beforeEach(() => {
  world.receiver.received.length = 0;
});

afterEach(async () => {
  await world.control("/settings", { afterRetries: "cancel" });
});

afterAll(() => world.close());

describe("a renewal", () => {
  it("is announced, stays a draft for an hour, and is paid, each told in order at the clock's time", async () => {
    const { stripe } = world;
    const { clock, subscription } = await subscribe(world);
    await world.advance(clock, firstRenewal + 60);
    const draft = await latestInvoice(stripe, subscription.id);
    expect(draft).toMatchObject({ status: "draft", automatically_finalizes_at: firstRenewal + hour });
    await world.advance(clock, firstRenewal + 2 * hour);
    const since = world.heard().filter(({ created }) => created > lastOfJanuary);
    expect(since.map(({ type, created }) => [type, created])).toEqual([
      ["invoice.upcoming", firstRenewal - 7 * day],
      ["customer.subscription.updated", firstRenewal],
      ["invoice.paid", firstRenewal + hour],
    ]);
    const paid = await stripe.invoices.retrieve(draft.id);
    expect(paid).toMatchObject({ status: "paid", billing_reason: "subscription_cycle" });
    expect(paid.period_end).toBe(firstRenewal);
    expect(paid.lines.data[0]?.period).toEqual({ start: firstRenewal, end: Date.UTC(2027, 2, 31, 12) / 1000 });
    expect(paid.status_transitions.paid_at).toBe(firstRenewal + hour);
  });

  it("is told before it happens with the amount it will ask", async () => {
    const { clock } = await subscribe(world);
    await world.advance(clock, firstRenewal - day);
    const upcoming = await world.hears("invoice.upcoming");
    expect(upcoming.data.object).toMatchObject({ status: "draft", amount_due: 1000, billing_reason: "upcoming" });
  });

  it("of several periods happens as many times", async () => {
    const { clock, subscription } = await subscribe(world);
    await world.advance(clock, lastOfJanuary + 93 * day);
    const { data } = await world.stripe.invoices.list({ subscription: subscription.id });
    expect(data.map(({ billing_reason }) => billing_reason)).toEqual([
      "subscription_cycle",
      "subscription_cycle",
      "subscription_cycle",
      "subscription_create",
    ]);
  });

  it("that fails makes it past due, is tried three times more, and ends it", async () => {
    const { stripe } = world;
    const { clock, subscription } = await subscribe(world, "pm_card_chargeCustomerFail");
    const failedAt = firstRenewal + hour;
    await world.advance(clock, failedAt);
    const failed = await latestInvoice(stripe, subscription.id);
    expect(failed).toMatchObject({ status: "open", attempt_count: 1, next_payment_attempt: failedAt + 3 * day });
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
    await world.advance(clock, failedAt + 15 * day);
    const ended = await stripe.subscriptions.retrieve(subscription.id);
    expect(ended).toMatchObject({ status: "canceled", cancellation_details: { reason: "payment_failed" } });
    expect(world.heard().filter(({ type }) => type === "invoice.payment_failed")).toHaveLength(4);
    expect(await stripe.invoices.retrieve(failed.id)).toMatchObject({ status: "open", next_payment_attempt: null });
  });

  it("that fails leaves it unpaid where the account says so, with drafts that wait", async () => {
    const { stripe } = world;
    await world.control("/settings", { afterRetries: "unpaid" });
    const { clock, subscription } = await subscribe(world, "pm_card_chargeCustomerFail");
    await world.advance(clock, firstRenewal + 40 * day);
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("unpaid");
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({ status: "draft", auto_advance: false });
  });

  it("that failed goes through on the next try with another card", async () => {
    const { stripe } = world;
    const { clock, customer, subscription } = await subscribe(world, "pm_card_chargeCustomerFail");
    await world.advance(clock, firstRenewal + hour);
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stripe.subscriptions.update(subscription.id, { default_payment_method: card.id });
    await world.advance(clock, firstRenewal + 4 * day);
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
    expect((await latestInvoice(stripe, subscription.id)).status).toBe("paid");
  });

  it("whose bank wants to see the payer is paid at the hosted invoice", async () => {
    const { stripe } = world;
    const { clock, subscription } = await subscribe(world, "pm_card_authenticationRequired");
    await world.advance(clock, firstRenewal + hour);
    const asked = await world.hears("invoice.payment_action_required");
    const invoice = await latestInvoice(stripe, subscription.id);
    expect(asked.data.object).toMatchObject({ id: invoice.id, hosted_invoice_url: invoice.hosted_invoice_url });
    expect(invoice.hosted_invoice_url).toBe(`${world.sandbox.url}/invoices/${invoice.id}`);
    await expect(stripe.invoices.pay(invoice.id)).rejects.toMatchObject({
      code: "invoice_payment_intent_requires_action",
    });
    expect(await (await fetch(String(invoice.hosted_invoice_url))).text()).toContain("Pay $10.00");
    const step = await world.submit(`/invoices/${invoice.id}/pay`, { number: "4000 0027 6000 3184" });
    expect(step.headers.get("location")).toBe(`/invoices/${invoice.id}/authenticate`);
    expect((await world.submit(`/invoices/${invoice.id}/authenticate`, { decision: "fail" })).status).toBe(402);
    expect((await world.submit(`/invoices/${invoice.id}/authenticate`, { decision: "complete" })).status).toBe(303);
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  });

  it("while collection is paused is void and asks for nothing", async () => {
    const { stripe } = world;
    const { clock, subscription } = await subscribe(world);
    await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior: "void" } });
    await world.advance(clock, firstRenewal + 2 * hour);
    expect((await latestInvoice(stripe, subscription.id)).status).toBe("void");
    const resumed = await stripe.subscriptions.update(subscription.id, { pause_collection: "" });
    expect(resumed).toMatchObject({ status: "active", pause_collection: null });
  });
});

it("cannot be moved back in time", async () => {
  const { testClocks } = world.stripe.testHelpers;
  const { clock } = await subscribe(world);
  await expect(testClocks.advance(clock, { frozen_time: lastOfJanuary })).rejects.toMatchObject({
    param: "frozen_time",
  });
  const advancing = await testClocks.advance(clock, { frozen_time: firstRenewal });
  expect(advancing).toMatchObject({
    status: "advancing",
    status_details: { advancing: { target_frozen_time: firstRenewal } },
  });
});
