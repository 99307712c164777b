import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { armFaults, until } from "../../testing.ts";
import { type StripeWorld, startStripeWorld } from "../test-client.ts";
import { paidByAlipay, paidByCard } from "./test-payment.ts";

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterEach(async () => {
  await fetch(`${world.sandbox.url}/control/faults`, { method: "DELETE" });
  world.receiver.received.length = 0;
});

afterAll(() => world.close());

describe("a refund", () => {
  it("pays back in parts, never more than was paid", async () => {
    const { stripe } = world;
    const { id: charge, payment_intent } = await paidByCard(world);
    const intent = String(payment_intent);
    const part = await stripe.refunds.create({ payment_intent: intent, amount: 400, metadata: { refundId: "rfd_1" } });
    expect(part).toMatchObject({ status: "succeeded", amount: 400, metadata: { refundId: "rfd_1" } });
    await expect(stripe.refunds.create({ charge, amount: 601 })).rejects.toThrow(
      "Refund amount ($6.01) is greater than unrefunded amount on charge ($6.00)",
    );
    expect((await stripe.refunds.create({ payment_intent: intent })).amount).toBe(600);
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: "charge_already_refunded" });
    expect(await stripe.refunds.retrieve(part.id)).toMatchObject({ id: part.id });
    expect((await stripe.refunds.list({ payment_intent: intent })).data.map(({ amount }) => amount)).toEqual([
      600, 400,
    ]);
    expect(await stripe.charges.retrieve(charge, { expand: ["refunds"] })).toMatchObject({
      amount_refunded: 1000,
      refunded: true,
      refunds: { data: [{ amount: 600 }, { amount: 400 }] },
    });
    expect((await world.hears("refund.created")).data.object).toMatchObject({ charge });
    expect((await world.hears("charge.refunded")).data.object).toMatchObject({ id: charge });
  });

  it("is made once for one key", async () => {
    const { id: charge } = await paidByCard(world);
    const refund = () => world.stripe.refunds.create({ charge, amount: 100 }, { idempotencyKey: `${charge}.refund` });
    const [one, other] = [await refund(), await refund()];
    expect(other.id).toBe(one.id);
    expect((await world.stripe.charges.retrieve(charge)).amount_refunded).toBe(100);
  });

  it.each([
    ["refund-pending", "succeeded", "refund.updated"],
    ["refund-fails", "failed", "refund.failed"],
  ] as const)("with %s is pending first and %s in the end", async (fault, status, type) => {
    const { id: charge } = await paidByCard(world);
    await armFaults(world.sandbox, { stripe: [fault], times: 1 });
    const refund = await world.stripe.refunds.create({ charge });
    expect(refund.status).toBe("pending");
    expect((await world.hears(type)).data.object).toMatchObject({ id: refund.id, status });
    expect((await world.stripe.refunds.retrieve(refund.id)).status).toBe(status);
  });

  it("that fails gives the money back to the account, and may be made again", async () => {
    const { stripe } = world;
    const { id: charge } = await paidByCard(world, "4000 0000 0000 5126");
    const refund = await stripe.refunds.create({ charge });
    expect(refund.status).toBe("succeeded");
    await world.hears("refund.failed");
    const failed = await stripe.refunds.retrieve(refund.id, { expand: ["failure_balance_transaction"] });
    expect(failed).toMatchObject({
      status: "failed",
      failure_reason: "lost_or_stolen_card",
      failure_balance_transaction: { type: "refund_failure", amount: 1000 },
    });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect((await stripe.refunds.create({ charge, amount: 1 })).amount).toBe(1);
  });

  it("can be made to fail by hand, long after it seemed done", async () => {
    const { id: charge } = await paidByCard(world);
    const refund = await world.stripe.refunds.create({ charge });
    await world.control(`/refunds/${refund.id}`, { to: "failed" });
    expect((await world.hears("refund.failed")).data.object).toMatchObject({ id: refund.id });
  });

  it("refuses what is no amount, no reason and no charge", async () => {
    const { stripe } = world;
    const { id: charge } = await paidByCard(world);
    await expect(stripe.refunds.create({ charge, amount: 0 })).rejects.toMatchObject({
      param: "amount",
      code: "parameter_invalid_integer",
    });
    await expect(stripe.refunds.create({ charge, reason: "goodwill" as "duplicate" })).rejects.toMatchObject({
      param: "reason",
    });
    await expect(stripe.refunds.create({ charge: "ch_none" })).rejects.toMatchObject({ code: "resource_missing" });
    await expect(stripe.refunds.create({})).rejects.toMatchObject({ code: "parameter_missing" });
  });
});

describe("a refund by Alipay", () => {
  it("is pending first and told of when it is done", async () => {
    const { id: charge } = await paidByAlipay(world);
    expect(charge).toMatch(/^py_/);
    const refund = await world.stripe.refunds.create({ charge });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
    expect(refund.id).toMatch(/^pyr_/);
    await until(async () => (await world.stripe.refunds.retrieve(refund.id)).status === "succeeded");
    await world.hears("refund.updated");
  });

  it("is refused after ninety days, counted from the payment", async () => {
    const { id: charge } = await paidByAlipay(world);
    await world.control("/ages", { charge, days: 90 });
    await world.stripe.refunds.create({ charge, amount: 1 });
    await world.control("/ages", { charge, days: 1 });
    await expect(world.stripe.refunds.create({ charge, amount: 1 })).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      code: "charge_not_refundable",
      message: "This payment is too old to be refunded. It has passed its 90-day refund window.",
    });
  });
});
