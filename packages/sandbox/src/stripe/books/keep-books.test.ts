import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { until } from "../../testing.ts";
import { membership, order, type StripeWorld, startStripeWorld } from "../test-client.ts";

let directory: string;
let world: StripeWorld;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "stripe-books-"));
});

afterEach(async () => {
  await world.close();
  rmSync(directory, { recursive: true });
});

it("answers after a restart for everything it answered for before", async () => {
  world = await startStripeWorld(directory);
  const { id } = await world.stripe.checkout.sessions.create(membership);
  await world.payByCard(id);
  const key = { idempotencyKey: "cus.one" };
  const customer = await world.stripe.customers.create({ email: "one@demo.test" }, key);
  await world.close();

  world = await startStripeWorld(directory);
  const session = await world.stripe.checkout.sessions.retrieve(id, { expand: ["subscription", "line_items"] });
  expect(session).toMatchObject({ status: "complete", subscription: { status: "active" } });
  expect(session.line_items?.data[0]?.price?.unit_amount_decimal?.toString()).toBe("1000");
  expect((await world.stripe.customers.create({ email: "one@demo.test" }, key)).id).toBe(customer.id);
  await world.control("/advance", { to: "renewal" });
  const paid = await world.hears("invoice.paid");
  expect(paid.data.object).toMatchObject({ billing_reason: "subscription_cycle" });
});

it("goes on sending what the api had not taken, and with what was put off", async () => {
  world = await startStripeWorld(directory);
  world.receiver.statuses.push(...Array.from({ length: 50 }, () => 503));
  const { id } = await world.stripe.checkout.sessions.create(order);
  await world.submit(`/checkout/${id}/authorise`, { decision: "later-paid" });
  const [event] = (await world.stripe.events.list({ type: "checkout.session.completed" })).data;
  await world.close();

  world = await startStripeWorld(directory);
  expect((await world.hears("checkout.session.completed")).id).toBe(event?.id);
  await world.hears("checkout.session.async_payment_succeeded");
  await until(async () => (await world.stripe.events.retrieve(String(event?.id))).pending_webhooks === 0);
});

it("renews by itself what fell due while it was away", async () => {
  world = await startStripeWorld(directory);
  const { id } = await world.stripe.checkout.sessions.create(membership);
  await world.payByCard(id);
  const { subscription } = await world.stripe.checkout.sessions.retrieve(id, { expand: ["subscription"] });
  const [item] = (typeof subscription === "string" ? null : subscription)?.items.data ?? [];
  await world.close();
  const yesterday = Math.floor(Date.now() / 1000) - 24 * 60 * 60;
  const file = join(directory, "stripe.json");
  const kept = readFileSync(file, "utf8");
  writeFileSync(
    file,
    kept.replaceAll(`"current_period_end":${item?.current_period_end}`, `"current_period_end":${yesterday}`),
  );

  world = await startStripeWorld(directory);
  await until(() =>
    world
      .heard()
      .some(({ data }) => "billing_reason" in data.object && data.object.billing_reason === "subscription_cycle"),
  );
});

it("keeps no card number", async () => {
  world = await startStripeWorld(directory);
  const { id } = await world.stripe.checkout.sessions.create(order);
  await world.payByCard(id, "5555 5555 5555 4444");
  await world.sandbox.close();
  const kept = readFileSync(join(directory, "stripe.json"), "utf8");
  expect(kept).toContain(id);
  expect(kept).not.toMatch(/5555 ?5555/);
});
