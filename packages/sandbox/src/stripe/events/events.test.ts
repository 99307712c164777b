import { Stripe } from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { armFaults, pause } from "../../testing.ts";
import { paidByCard } from "../payments/test-payment.ts";
import { order, type StripeWorld, startStripeWorld } from "../test-client.ts";

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterEach(async () => {
  await fetch(`${world.sandbox.url}/control/faults`, { method: "DELETE" });
  world.receiver.received.length = 0;
});

afterAll(() => world.close());

async function pay(): Promise<string> {
  const { id } = await world.stripe.checkout.sessions.create(order);
  await world.payByCard(id);
  return id;
}

const bodies = () => world.receiver.received.map(({ body }): Stripe.Event => JSON.parse(body));

describe("an event", () => {
  it("leaves when the one before it was answered", async () => {
    const { id: charge } = await paidByCard(world);
    world.receiver.received.length = 0;
    world.receiver.delays.push(300);
    await world.stripe.refunds.create({ charge, amount: 1 });
    await world.receiver.arrived(1);
    await pause(100);
    expect(bodies().map(({ type }) => type)).toEqual(["refund.created"]);
    await world.receiver.arrived(2);
    expect(bodies().map(({ type }) => type)).toEqual(["refund.created", "charge.refunded"]);
  });

  it("is overtaken by the next where that is asked for", async () => {
    const { id: charge } = await paidByCard(world);
    world.receiver.received.length = 0;
    await armFaults(world.sandbox, { stripe: ["reorder-webhook"], times: 1 });
    await world.stripe.refunds.create({ charge, amount: 1 });
    await world.hears("refund.created");
    expect(bodies().map(({ type }) => type)).toEqual(["charge.refunded", "refund.created"]);
  });

  it("can be lost alone, while those of other types arrive", async () => {
    const { id: charge } = await paidByCard(world);
    world.receiver.received.length = 0;
    await armFaults(world.sandbox, { stripe: ["no-webhook"], only: ["refund.created"] });
    const refund = await world.stripe.refunds.create({ charge });
    await world.hears("charge.refunded");
    expect(bodies().map(({ type }) => type)).toEqual(["charge.refunded"]);
    const missed = await world.stripe.events.list({ delivery_success: false, types: ["refund.created"] });
    expect(missed.data[0]?.data.object).toMatchObject({ id: refund.id });
  });

  it("can be held for one object, and is neither sent nor listed until it is released", async () => {
    const session = await world.stripe.checkout.sessions.create(order);
    await armFaults(world.sandbox, { stripe: ["hold-webhook"], only: [session.id], times: 1 });
    const other = await pay();
    await world.payByCard(session.id);
    const listed = async () =>
      (await world.stripe.events.list({ type: "checkout.session.completed" })).data.map(({ data }) => data.object);
    expect(bodies().map(({ data }) => data.object)).toMatchObject([{ id: other }]);
    expect(await listed()).not.toContainEqual(expect.objectContaining({ id: session.id }));

    await world.control("/events/release", {});
    expect(bodies().at(-1)?.data.object).toMatchObject({ id: session.id });
    expect(await listed()).toContainEqual(expect.objectContaining({ id: session.id }));
  });

  it("can be written in another version, and signed ten minutes ago", async () => {
    await armFaults(world.sandbox, { stripe: ["wrong-version"], times: 1 });
    await pay();
    expect(bodies()[0]?.api_version).toBe("2020-08-27");
    world.receiver.received.length = 0;
    await armFaults(world.sandbox, { stripe: ["stale-webhook"], times: 1 });
    await pay();
    expect(() => world.heard()).toThrow(Stripe.errors.StripeSignatureVerificationError);
  });

  it("can have a twin of another account, signed well, about what was never ours", async () => {
    await armFaults(world.sandbox, { stripe: ["foreign-event"], times: 1 });
    const id = await pay();
    await world.receiver.arrived(2);
    const foreign = world.heard().find(({ account }) => account !== undefined);
    expect(foreign).toMatchObject({ type: "checkout.session.completed" });
    expect(foreign?.data.object).not.toMatchObject({ id });
    await expect(world.stripe.events.retrieve(String(foreign?.id))).rejects.toMatchObject({ code: "resource_missing" });
  });

  it("is sent again by hand under its own id", async () => {
    await armFaults(world.sandbox, { stripe: ["no-webhook"], times: 1 });
    await pay();
    const [missed] = (await world.stripe.events.list({ delivery_success: false, limit: 1 })).data;
    await world.control(`/events/${missed?.id}/resend`, {});
    expect(world.heard().map(({ id }) => id)).toEqual([missed?.id]);
  });

  it("says what changed", async () => {
    const { id: charge } = await paidByCard(world);
    const refund = await world.stripe.refunds.create({ charge });
    await world.stripe.refunds.update(refund.id, { metadata: { note: "x" } });
    const updated = await world.hears("refund.updated");
    expect(updated.data.previous_attributes).toEqual({ metadata: {} });
  });

  it("is listed by family and time", async () => {
    await pay();
    await pause(5);
    const { data } = await world.stripe.events.list({ type: "payment_intent.*", limit: 1 });
    expect(data[0]?.type).toBe("payment_intent.succeeded");
    const future = { created: { gt: Math.floor(Date.now() / 1000) + 60 } };
    expect((await world.stripe.events.list(future)).data).toEqual([]);
  });
});
