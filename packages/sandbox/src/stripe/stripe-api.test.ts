import type Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { armFaults, type Receiver, startFastSandbox, startReceiver } from "../testing.ts";
import { order, stripeClient } from "./test-client.ts";

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

describe("the API", () => {
  it("creates a customer and gives it back", async () => {
    const customer = await stripe.customers.create({ email: "member@demo.test", metadata: { memberId: "mem_1" } });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      id: customer.id,
      email: "member@demo.test",
      metadata: { memberId: "mem_1" },
    });
  });

  it("creates an open session with its sum, its page and its lines", async () => {
    const session = await stripe.checkout.sessions.create({ ...order, expand: ["line_items"] });
    expect(session).toMatchObject({
      object: "checkout.session",
      status: "open",
      payment_status: "unpaid",
      amount_total: 1000,
      currency: "usd",
      client_reference_id: "ord_1",
      payment_intent: null,
      url: `${sandbox.url}/checkout/${session.id}`,
    });
    expect(session.line_items?.data[0]).toMatchObject({ description: "100 credits", quantity: 2, amount_total: 1000 });
    expect(session.line_items?.data[0]?.price?.unit_amount_decimal?.toString()).toBe("500");
    expect((await stripe.checkout.sessions.listLineItems(session.id)).data).toHaveLength(1);
  });

  it("offers Alipay only where it can be charged and is allowed, without a word", async () => {
    const inPesos = structuredClone(order);
    inPesos.line_items = [
      { quantity: 1, price_data: { currency: "mxn", unit_amount: 500, product_data: { name: "x" } } },
    ];
    inPesos.allowed_payment_method_types = ["card", "alipay"];
    const alipayOnly = { ...order, allowed_payment_method_types: ["alipay" as const] };
    expect((await stripe.checkout.sessions.create(order)).payment_method_types).toEqual(["card", "alipay"]);
    expect((await stripe.checkout.sessions.create(inPesos)).payment_method_types).toEqual(["card"]);
    expect((await stripe.checkout.sessions.create(alipayOnly)).payment_method_types).toEqual(["alipay"]);
  });

  it("refuses a parameter it does not know, such as the removed payment_method_types", async () => {
    const dated = { ...order, payment_method_types: ["card"] };
    await expect(stripe.checkout.sessions.create(dated)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      code: "parameter_unknown",
      param: "payment_method_types",
    });
  });

  it("refuses another API version", async () => {
    const options = { apiVersion: "2020-08-27" };
    await expect(stripe.events.list({}, options)).rejects.toThrow(/API version/);
  });

  it("names what is missing", async () => {
    await expect(stripe.checkout.sessions.retrieve("cs_test_none")).rejects.toMatchObject({
      code: "resource_missing",
      statusCode: 404,
    });
    await expect(stripe.paymentIntents.retrieve("pi_none")).rejects.toMatchObject({ code: "resource_missing" });
  });

  it("turns away live keys and no key", async () => {
    await expect(stripeClient(sandbox, "sk_live_real").customers.create({})).rejects.toMatchObject({
      type: "StripeAuthenticationError",
    });
    expect((await fetch(`${sandbox.url}/v1/events`)).status).toBe(401);
  });

  it("refuses addresses that are no web addresses", async () => {
    await expect(
      stripe.checkout.sessions.create({ ...order, cancel_url: "javascript:alert(1)" }),
    ).rejects.toMatchObject({ param: "cancel_url" });
  });

  it("pages a list, newest first", async () => {
    const customer = (await stripe.customers.create({})).id;
    const made = [];
    for (let index = 0; index < 3; index += 1)
      made.push((await stripe.checkout.sessions.create({ ...order, customer })).id);
    const first = await stripe.checkout.sessions.list({ customer, limit: 2 });
    expect(first.data.map(({ id }) => id)).toEqual([made[2], made[1]]);
    expect(first.has_more).toBe(true);
    const all = await stripe.checkout.sessions.list({ customer, limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(all.map(({ id }) => id)).toEqual(made.toReversed());
  });
});

describe("an idempotency key", () => {
  it("gives the first answer to the same request sent twice", async () => {
    const one = await stripe.checkout.sessions.create(order, { idempotencyKey: "same" });
    const other = await stripe.checkout.sessions.create(order, { idempotencyKey: "same" });
    expect(other.id).toBe(one.id);
    expect(other.lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  it("refuses other parameters under the same key", async () => {
    await stripe.customers.create({ email: "one@demo.test" }, { idempotencyKey: "other" });
    await expect(
      stripe.customers.create({ email: "two@demo.test" }, { idempotencyKey: "other" }),
    ).rejects.toMatchObject({
      type: "StripeIdempotencyError",
      statusCode: 400,
    });
  });

  it("finds what was carried out before the connection dropped", async () => {
    // Two, because the SDK repeats a dropped connection once by itself, even with no retries asked for.
    await armFaults(sandbox, { stripe: ["lost-answer"], times: 2 });
    await expect(stripe.customers.create({}, { idempotencyKey: "lost" })).rejects.toMatchObject({
      type: "StripeConnectionError",
    });
    const found = await stripe.customers.create({}, { idempotencyKey: "lost" });
    expect(found.lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  it("repeats a 500 as well", async () => {
    await armFaults(sandbox, { stripe: ["api-error"], times: 1 });
    await expect(stripe.customers.create({}, { idempotencyKey: "broken" })).rejects.toMatchObject({
      type: "StripeAPIError",
    });
    await expect(stripe.customers.create({}, { idempotencyKey: "broken" })).rejects.toMatchObject({
      type: "StripeAPIError",
    });
  });
});

it("answers a rate limit when armed", async () => {
  await armFaults(sandbox, { stripe: ["rate-limit"], times: 1 });
  await expect(stripe.customers.create({})).rejects.toMatchObject({ type: "StripeRateLimitError" });
  await expect(stripe.customers.create({})).resolves.toBeDefined();
});
