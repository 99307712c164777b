import { newId, type PlanPriceView } from "@covenant/domain";
import { expect, it } from "vitest";
import { standOf } from "./plan-words.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const priceFrom = (effectiveAt: string): PlanPriceView => ({
  id: newId("planPrice"),
  price: { amountMinor: 990, currency: "USD" },
  effectiveAt,
  note: null,
  paying: 0,
  told: 0,
});

it("holds a price from its very moment until the next one begins", () => {
  const prices = ["2026-12-01T00:00:00Z", "2026-11-21T12:00:00Z", "2026-01-01T00:00:00Z"].map(priceFrom);
  expect(prices.map((price) => standOf(price, prices, now))).toEqual(["coming", "now", "past"]);
  expect(prices.map((price) => standOf(price, prices, now - 1))).toEqual(["coming", "coming", "now"]);
});
