import type Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { jsonOf } from "../../testing.ts";
import { type StripeWorld, startStripeWorld } from "../test-client.ts";
import { paidByAlipay, paidByCard } from "./test-payment.ts";

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterEach(() => {
  world.receiver.received.length = 0;
});

afterAll(() => world.close());

async function opened(body: object = {}): Promise<Stripe.Dispute> {
  const { id: charge } = await paidByCard(world);
  world.receiver.received.length = 0;
  return jsonOf(await world.control("/disputes", { charge, ...body }));
}

const types = () => world.heard().map(({ type }) => type);

describe("a dispute", () => {
  it("follows the payment with Stripe's card, and takes the money and a fee at once", async () => {
    const { id: charge } = await paidByCard(world, "4000 0000 0000 0259");
    const created = await world.hears("charge.dispute.created");
    await world.hears("charge.dispute.funds_withdrawn");
    expect(created.data.object).toMatchObject({ charge, status: "needs_response", reason: "fraudulent" });
    const [dispute] = (await world.stripe.disputes.list({ charge })).data;
    expect(dispute?.balance_transactions).toMatchObject([
      { type: "adjustment", reporting_category: "dispute", amount: -1000, fee: 1500, net: -2500 },
    ]);
    expect((await world.stripe.charges.retrieve(charge)).disputed).toBe(true);
  });

  it("forbids a refund while it is open and when it is lost", async () => {
    const { id, charge } = await opened();
    const refund = () => world.stripe.refunds.create({ charge: String(charge) });
    await expect(refund()).rejects.toMatchObject({ code: "charge_disputed" });
    await world.stripe.disputes.close(id);
    await expect(refund()).rejects.toThrow(`Charge ${charge} has been charged back; cannot issue a refund.`);
    expect((await world.stripe.disputes.retrieve(id)).status).toBe("lost");
  });

  it("is won by evidence that wins, and the money comes back", async () => {
    const { id } = await opened();
    const evidence = { uncategorized_text: "winning_evidence" };
    const won = await world.stripe.disputes.update(id, { evidence });
    expect(won).toMatchObject({ status: "won", evidence_details: { submission_count: 1, has_evidence: true } });
    await world.hears("charge.dispute.closed");
    expect(types()).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.updated",
      "charge.dispute.funds_reinstated",
      "charge.dispute.closed",
    ]);
    expect(won.balance_transactions[1]).toMatchObject({ reporting_category: "dispute_reversal", amount: 1000, fee: 0 });
  });

  it("that was lost can be appealed and come back won", async () => {
    const { id } = await opened();
    for (const to of ["lost", "appeal_needs_response", "appeal_under_review", "won"]) {
      expect((await world.control(`/disputes/${id}`, { to })).status).toBe(200);
    }
    await world.hears("charge.dispute.funds_reinstated");
    const closed = world.heard().filter(({ type }) => type === "charge.dispute.closed");
    expect(closed.map(({ data }) => "status" in data.object && data.object.status)).toEqual(["lost", "won"]);
  });

  it("goes nowhere it cannot go", async () => {
    const { id } = await opened();
    await world.control(`/disputes/${id}`, { to: "won" });
    expect((await world.control(`/disputes/${id}`, { to: "lost" })).status).toBe(400);
    expect((await world.stripe.disputes.retrieve(id)).status).toBe("won");
  });

  it("that is only a question takes no money, and is over when the payment goes back", async () => {
    const { id, charge } = await opened({ kind: "inquiry" });
    expect((await world.stripe.disputes.retrieve(id)).balance_transactions).toEqual([]);
    await world.stripe.refunds.create({ charge: String(charge) });
    expect((await world.stripe.disputes.retrieve(id)).status).toBe("warning_closed");
  });

  it("that is prevented is closed as it begins, with the money gone and no fee", async () => {
    const { id } = await opened({ kind: "prevented" });
    await world.hears("charge.dispute.closed");
    const { status, balance_transactions } = await world.stripe.disputes.retrieve(id);
    expect([status, balance_transactions[0]?.fee]).toEqual(["prevented", 0]);
  });

  it("never comes of Alipay, nor of what was paid back", async () => {
    const alipay = await paidByAlipay(world);
    expect((await world.control("/disputes", { charge: alipay.id })).status).toBe(400);
    const { id: charge } = await paidByCard(world);
    await world.stripe.refunds.create({ charge });
    expect((await world.control("/disputes", { charge })).status).toBe(400);
  });
});

it("a bank's suspicion is told before a dispute", async () => {
  const { id: charge } = await paidByCard(world, "4000 0000 0000 5423");
  const warning = await world.hears("radar.early_fraud_warning.created");
  const told = warning.data.object as Stripe.Radar.EarlyFraudWarning;
  expect(await world.stripe.radar.earlyFraudWarnings.retrieve(told.id)).toMatchObject({ charge: told.charge });
  expect(warning.data.object).toMatchObject({ charge, actionable: true });
});
