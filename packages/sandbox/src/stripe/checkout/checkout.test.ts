import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../../start-sandbox.ts";
import { armFaults, pause, type Receiver, startFastSandbox, startReceiver, until } from "../../testing.ts";
import { order, stripeClient } from "../test-client.ts";

let receiver: Receiver;
let sandbox: Sandbox;
let stripe: Stripe;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startFastSandbox(receiver.url);
  stripe = stripeClient(sandbox, "sk_test_contract");
});

afterEach(async () => {
  await fetch(`${sandbox.url}/control/faults`, { method: "DELETE" });
  receiver.received.length = 0;
});

afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

function submit(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${sandbox.url}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

const payByCard = (id: string, number = "4242 4242 4242 4242") =>
  submit(`/checkout/${id}/pay`, { method: "card", number });

describe("a payment", () => {
  it("by card completes the session, tells the api and sends the payer back", async () => {
    const { id } = await stripe.checkout.sessions.create(order);
    const answer = await payByCard(id);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`http://shop.test/paid?session=${id}`);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
    expect(session).toMatchObject({ status: "complete", payment_status: "paid", url: null });
    expect(session.payment_intent).toMatchObject({
      status: "succeeded",
      amount_received: 1000,
      metadata: { orderId: "ord_1" },
    });
    const event = eventOf(receiver.received[0]);
    expect(event).toMatchObject({ type: "checkout.session.completed", api_version: Stripe.API_VERSION });
    expect(event.data.object).toMatchObject({ id, payment_status: "paid", metadata: { orderId: "ord_1" } });
    expect(await stripe.events.retrieve(event.id)).toMatchObject({ id: event.id, type: event.type });
    const listed = await stripe.events.list({ types: ["checkout.session.completed"], limit: 1 });
    expect(listed.data[0]?.id).toBe(event.id);
  });

  it("declined leaves the session open and says why", async () => {
    const { id } = await stripe.checkout.sessions.create(order);
    const answer = await payByCard(id, "4000 0000 0000 0002");
    expect(answer.status).toBe(402);
    expect(await answer.text()).toContain("Your card was declined.");
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
    expect(session).toMatchObject({ status: "open", payment_status: "unpaid" });
    expect(session.payment_intent).toMatchObject({ last_payment_error: { code: "card_declined" } });
    expect((await payByCard(id)).status).toBe(303);
  });

  it("takes no number that is not a test card", async () => {
    const { id } = await stripe.checkout.sessions.create(order);
    expect((await payByCard(id, "4111 1111 1111 1111")).status).toBe(402);
  });

  it("by Alipay takes the step of authorising", async () => {
    const { id } = await stripe.checkout.sessions.create({ ...order, allowed_payment_method_types: ["alipay"] });
    const step = await submit(`/checkout/${id}/pay`, { method: "alipay" });
    expect(step.headers.get("location")).toBe(`/checkout/${id}/authorise`);
    expect((await submit(`/checkout/${id}/authorise`, { decision: "fail" })).status).toBe(402);
    expect((await submit(`/checkout/${id}/authorise`, { decision: "authorise" })).status).toBe(303);
    expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("paid");
  });

  it("cannot be made twice, nor after the session expired", async () => {
    const paid = await stripe.checkout.sessions.create(order);
    await payByCard(paid.id);
    expect((await payByCard(paid.id)).status).toBe(410);
    const expired = await stripe.checkout.sessions.create(order);
    await stripe.checkout.sessions.expire(expired.id);
    expect((await payByCard(expired.id)).status).toBe(410);
    await expect(stripe.checkout.sessions.expire(paid.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it("page shows the item and the sum, escaped", async () => {
    const { id } = await stripe.checkout.sessions.create({
      ...order,
      line_items: [
        { quantity: 1, price_data: { currency: "jpy", unit_amount: 1200, product_data: { name: "<b>Pack</b>" } } },
      ],
    });
    const answer = await fetch(`${sandbox.url}/checkout/${id}`);
    const page = await answer.text();
    expect(page).toContain("¥1,200");
    expect(page).toContain("&#60;b&#62;Pack");
    expect(page).not.toContain("<b>Pack");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("the webhook", () => {
  it("is tried again until the api takes it", async () => {
    receiver.statuses.push(500, 503);
    await payByCard((await stripe.checkout.sessions.create(order)).id);
    const tries = await receiver.arrived(3);
    expect(new Set(tries.map((received) => eventOf(received).id)).size).toBe(1);
    const [latest] = (await stripe.events.list({ type: "checkout.session.completed", limit: 1 })).data;
    await until(async () => (await stripe.events.retrieve(latest?.id ?? "")).pending_webhooks === 0);
  });

  it("is not sent when it is to be lost, but its event can be listed", async () => {
    await armFaults(sandbox, { stripe: ["no-webhook"], times: 1 });
    const { id } = await stripe.checkout.sessions.create(order);
    await payByCard(id);
    await pause(100);
    expect(receiver.received).toHaveLength(0);
    const missed = await stripe.events.list({ delivery_success: false, limit: 1 });
    expect(missed.data[0]?.data.object).toMatchObject({ id });
  });

  it("is sent three times when it is to be duplicated", async () => {
    await armFaults(sandbox, { stripe: ["duplicate-webhook"], times: 1 });
    await payByCard((await stripe.checkout.sessions.create(order)).id);
    const copies = await receiver.arrived(3);
    expect(new Set(copies.map((received) => eventOf(received).id)).size).toBe(1);
  });

  it.each(["late-webhook", "delay-webhook"])("comes after the payer has gone back with %s", async (fault) => {
    await armFaults(sandbox, { stripe: [fault], times: 1 });
    await payByCard((await stripe.checkout.sessions.create(order)).id);
    expect(receiver.received).toHaveLength(0);
    await receiver.arrived(1);
  });

  it("does not verify when it is forged", async () => {
    await armFaults(sandbox, { stripe: ["bad-signature"], times: 1 });
    await payByCard((await stripe.checkout.sessions.create(order)).id);
    expect(() => eventOf(receiver.received[0])).toThrow(Stripe.errors.StripeSignatureVerificationError);
  });
});

function eventOf(received: { path: string; headers: Record<string, unknown>; body: string } | undefined): Stripe.Event {
  expect(received?.path).toBe("/webhooks/stripe");
  const signature = String(received?.headers["stripe-signature"]);
  return stripe.webhooks.constructEvent(received?.body ?? "", signature, "whsec_test");
}
