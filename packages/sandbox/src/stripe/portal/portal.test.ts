import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { membership, type StripeWorld, startStripeWorld } from "../test-client.ts";

let world: StripeWorld;
let stripe: Stripe;

beforeAll(async () => {
  world = await startStripeWorld();
  stripe = world.stripe;
});

afterAll(() => world.close());

const features: Stripe.BillingPortal.ConfigurationCreateParams.Features = {
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: { enabled: true, mode: "at_period_end" },
};

async function member(): Promise<{ customer: string; subscription: string }> {
  const { id } = await stripe.checkout.sessions.create(membership);
  await world.payByCard(id);
  const session = await stripe.checkout.sessions.retrieve(id);
  return { customer: String(session.customer), subscription: String(session.subscription) };
}

async function door(customer: string, allowed = features): Promise<string> {
  const configuration = (await stripe.billingPortal.configurations.create({ features: allowed })).id;
  const return_url = "http://shop.test/billing";
  const session = await stripe.billingPortal.sessions.create({ customer, configuration, return_url });
  expect(session.url).toBe(`${world.sandbox.url}/portal/${session.id}`);
  return `/portal/${session.id}`;
}

const pageOf = async (path: string) => (await fetch(`${world.sandbox.url}${path}`)).text();

describe("the portal", () => {
  it("ends a subscription with its period, and takes that back", async () => {
    const { customer, subscription } = await member();
    const path = await door(customer);
    expect(await pageOf(path)).toContain("Cancel at the end of the period");
    await world.submit(`${path}/subscriptions/${subscription}`, { decision: "cancel" });
    expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: true });
    const told = await world.hears("customer.subscription.updated");
    expect(told.data.previous_attributes).toMatchObject({ cancel_at_period_end: false, cancel_at: null });
    expect(await pageOf(path)).toContain("Ends on");
    await world.submit(`${path}/subscriptions/${subscription}`, { decision: "keep" });
    expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({
      cancel_at_period_end: false,
      cancel_at: null,
    });
  });

  it("changes the card that renewals are taken from", async () => {
    const { customer, subscription } = await member();
    const path = await door(customer);
    expect((await world.submit(`${path}/card`, { number: "4000 0000 0000 0002" })).status).toBe(402);
    expect((await world.submit(`${path}/card`, { number: "4000 0000 0000 0341" })).status).toBe(303);
    expect(await pageOf(path)).toContain("visa ending in 0341");
    await world.control("/advance", { to: "renewal", subscription });
    expect((await stripe.subscriptions.retrieve(subscription)).status).toBe("past_due");
  });

  it("shows the invoices and the way back", async () => {
    const { customer } = await member();
    const page = await pageOf(await door(customer));
    expect(page).toMatch(/href="http:[^"]+\/invoices\/in_/);
    expect(page).toContain('href="http://shop.test/billing"');
  });

  it("allows what its configuration allows and nothing of anybody else", async () => {
    const one = await member();
    const other = await member();
    const path = await door(one.customer, { invoice_history: { enabled: true } });
    const page = await pageOf(path);
    expect([page.includes("Cancel at the end"), page.includes("Use this card")]).toEqual([false, false]);
    expect((await world.submit(`${path}/subscriptions/${one.subscription}`, { decision: "cancel" })).status).toBe(403);
    expect((await world.submit(`${path}/subscriptions/${other.subscription}`, { decision: "keep" })).status).toBe(404);
    expect((await world.submit(`${path}/card`, { number: "4242 4242 4242 4242" })).status).toBe(403);
  });

  it("leads straight to the one thing a deep link names, and back", async () => {
    const { customer, subscription } = await member();
    const configuration = (await stripe.billingPortal.configurations.create({ features })).id;
    const { id } = await stripe.billingPortal.sessions.create({
      customer,
      configuration,
      flow_data: {
        type: "subscription_cancel",
        subscription_cancel: { subscription },
        after_completion: { type: "redirect", redirect: { return_url: "http://shop.test/cancelled" } },
      },
    });
    expect(await pageOf(`/portal/${id}`)).not.toContain("Use this card");
    const answer = await world.submit(`/portal/${id}/subscriptions/${subscription}`, { decision: "cancel" });
    expect(answer.headers.get("location")).toBe("http://shop.test/cancelled");
  });

  it("wants a configuration, as Stripe does until one was saved", async () => {
    const { customer } = await member();
    await expect(stripe.billingPortal.sessions.create({ customer })).rejects.toThrow(/No configuration provided/);
    expect(await pageOf("/portal/bps_none")).toContain("no longer good");
  });

  it("keeps configurations that can be changed and found", async () => {
    const { id } = await stripe.billingPortal.configurations.create({ features, metadata: { storefront: "iai" } });
    const changed = await stripe.billingPortal.configurations.update(id, {
      features: { subscription_cancel: { enabled: false } },
    });
    expect(changed.features).toMatchObject({
      subscription_cancel: { enabled: false, mode: "at_period_end" },
      payment_method_update: { enabled: true },
    });
    const { data } = await stripe.billingPortal.configurations.list({ active: true, limit: 1 });
    expect(data[0]).toMatchObject({ id, metadata: { storefront: "iai" } });
  });
});
