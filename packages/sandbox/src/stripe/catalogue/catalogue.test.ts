import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StripeWorld, startStripeWorld } from "../test-client.ts";

let world: StripeWorld;
let stripe: Stripe;

beforeAll(async () => {
  world = await startStripeWorld();
  stripe = world.stripe;
});

afterAll(() => world.close());

describe("a product", () => {
  it("is made, changed, retired and found by what it is", async () => {
    const product = await stripe.products.create({ name: "Membership", metadata: { plan: "pro" } });
    const retired = await stripe.products.update(product.id, { active: false, metadata: { plan: "", note: "old" } });
    expect(retired).toMatchObject({ active: false, metadata: { note: "old" } });
    expect(retired.metadata).not.toHaveProperty("plan");
    const ids = { ids: [product.id] };
    expect((await stripe.products.list({ ...ids, active: true })).data).toEqual([]);
    expect((await stripe.products.list({ ...ids, active: false })).data.map(({ id }) => id)).toEqual([product.id]);
    expect(await stripe.products.retrieve(product.id)).toMatchObject({ name: "Membership", active: false });
  });
});

describe("a price", () => {
  it("belongs to a product, recurs, and carries its amount in both forms", async () => {
    const product = (await stripe.products.create({ name: "Membership" })).id;
    const recurring = { interval: "month" as const, interval_count: 3 };
    const { id } = await stripe.prices.create({ product, currency: "EUR", unit_amount: 1999, recurring });
    const price = await stripe.prices.retrieve(id, { expand: ["product"] });
    expect(price).toMatchObject({ type: "recurring", currency: "eur", product: { name: "Membership" }, recurring });
    expect(price.unit_amount_decimal?.toString()).toBe("1999");
    const found = await stripe.prices.list({ product, type: "recurring", active: true });
    expect(found.data.map((one) => one.id)).toEqual([id]);
  });

  it("never changes what it asks, but is retired and hands its key on", async () => {
    const product = (await stripe.products.create({ name: "Pack" })).id;
    const draft = { product, currency: "usd", lookup_key: "pack" };
    const first = await stripe.prices.create({ ...draft, unit_amount: 500 });
    const dearer = { unit_amount: 900 } as Stripe.PriceUpdateParams;
    await expect(stripe.prices.update(first.id, dearer)).rejects.toMatchObject({ code: "parameter_unknown" });
    await expect(stripe.prices.create({ ...draft, unit_amount: 600 })).rejects.toThrow(/lookup key/);
    const second = await stripe.prices.create({ ...draft, unit_amount: 600, transfer_lookup_key: true });
    expect((await stripe.prices.update(first.id, { active: false })).active).toBe(false);
    expect((await stripe.prices.list({ lookup_keys: ["pack"] })).data.map(({ id }) => id)).toEqual([second.id]);
  });

  it.each([
    [{ unit_amount: -1 }, "unit_amount", "parameter_invalid_integer"],
    [{ unit_amount: 1.5 }, "unit_amount", "parameter_invalid_integer"],
    [{ unit_amount: 100_000_000 }, "unit_amount", "parameter_invalid_integer"],
    [{ unit_amount: 5, currency: "gold" }, "currency", "parameter_invalid_empty"],
    [{ unit_amount: 5, recurring: { interval: "fortnight" } }, "recurring[interval]", "parameter_invalid_empty"],
    [{ unit_amount: 5, product: "prod_none" }, "product", "resource_missing"],
  ])("is refused as %j", async (wrong, param, code) => {
    const draft = { currency: "usd", product_data: { name: "Pack" }, ...wrong } as Stripe.PriceCreateParams;
    await expect(stripe.prices.create(draft)).rejects.toMatchObject({ type: "StripeInvalidRequestError", param, code });
  });
});
