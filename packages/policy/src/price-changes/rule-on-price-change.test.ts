import { storefrontIds } from "@covenant/domain";
import { assert, constantFrom, date, option, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { changedPrices, priceCustomers } from "./facts.ts";
import { type PriceChangeQuestion, ruleOnPriceChange } from "./rule-on-price-change.ts";

const announcedAt = new Date("2026-11-02T10:00:00Z");
const after = (days: number, milliseconds = 0) => new Date(announcedAt.getTime() + days * 86_400_000 + milliseconds);
const ruled = (facts: Partial<PriceChangeQuestion>) =>
  ruleOnPriceChange({
    storefront: "image-ai-run",
    at: announcedAt,
    customer: "subscriber",
    changed: "price",
    announcedAt,
    effectiveAt: after(30),
    renewsAt: after(33),
    ...facts,
  });

describe("a subscriber of Image-AI.run", () => {
  it.each(changedPrices)("hears of a changed %s thirty days ahead, to the instant", (changed) => {
    expect(ruled({ changed }).outcome).toEqual({
      earliestAt: after(30),
      mayTakeEffect: true,
      notice: { by: "mail", days: 30, isDue: false },
      renewalCarriesIt: true,
    });
    const early = ruled({ changed, effectiveAt: after(30, -1), renewsAt: after(30, -1) });
    expect(early.outcome).toMatchObject({ earliestAt: after(30), mayTakeEffect: false, renewalCarriesIt: false });
    expect(early.outcomeName).toBe("too early");
  });

  it("cannot be reached by a change they were not told of", () => {
    const ruling = ruled({ announcedAt: null, effectiveAt: after(365), renewsAt: after(365) });
    expect(ruling.outcome).toMatchObject({ earliestAt: after(30), mayTakeEffect: false, renewalCarriesIt: false });
    expect(ruling.outcome.notice.isDue).toBe(true);
    expect(ruling.outcomeName).toBe("notice due");
  });

  it("renews at the old price before the change, and at the new one from the first renewal that may carry it", () => {
    const renewing = (renewsAt: Date | null) => ruled({ effectiveAt: after(20), renewsAt }).outcome.renewalCarriesIt;
    expect([null, after(10), after(25), after(30, -1), after(30), after(50)].map(renewing)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe("at the other storefronts", () => {
  it.each(["modelmyimage", "apimodels"] as const)("a subscriber of %s is told by mail a week ahead", (storefront) => {
    const { outcome } = ruled({ storefront });
    expect(outcome.notice).toEqual({ by: "mail", days: 7, isDue: false });
    expect(outcome.earliestAt).toEqual(after(7));
    expect(ruled({ storefront, effectiveAt: after(7, -1) }).outcome.mayTakeEffect).toBe(false);
  });
});

it("shows whoever is new the price before they buy, and needs no mail", () => {
  for (const storefront of storefrontIds) {
    const { outcome } = ruled({
      storefront,
      customer: "new",
      announcedAt: null,
      effectiveAt: announcedAt,
      renewsAt: null,
    });
    expect(outcome).toMatchObject({ mayTakeEffect: true, notice: { by: "on-site", isDue: false } });
  }
});

it("never reaches a subscriber before their days are over, whenever they were told", () => {
  const instants = date({
    min: new Date("2026-07-01T00:00:00Z"),
    max: new Date("2036-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  assert(
    property(
      constantFrom(...storefrontIds),
      option(instants, { nil: null }),
      instants,
      instants,
      (storefront, told, effectiveAt, renewsAt) => {
        const { outcome } = ruled({ storefront, announcedAt: told, effectiveAt, renewsAt });
        const daysAfterNotice = (moment: Date) => (told ? (moment.getTime() - told.getTime()) / 86_400_000 : -1);
        const least = storefront === "image-ai-run" ? 30 : 7;
        expect(outcome.mayTakeEffect).toBe(daysAfterNotice(effectiveAt) >= least);
        expect(outcome.renewalCarriesIt).toBe(daysAfterNotice(renewsAt) >= least && renewsAt >= effectiveAt);
      },
    ),
  );
});

it("has an outcome with a clause for every combination of facts", () => {
  for (const storefront of storefrontIds) {
    for (const customer of priceCustomers) {
      for (const changed of changedPrices) {
        const { clauses, explanation } = ruled({ storefront, customer, changed });
        expect(explanation.member).toContain(clauses[0]?.id);
      }
    }
  }
});

it("tells a member what changes, from when, and that they can leave before it", () => {
  expect(ruled({ changed: "both" }).explanation.member).toBe(
    "On 2 December 2026 the price of credits changes, and so does the number of credits that a generation uses. " +
      "Whoever has a subscription learns of a change by mail, at least 30 days ahead (clause IAI-6.2). " +
      "This goes before clause IAI-6.4 (The pricing page). For you it holds from 2 December 2026. " +
      "Your renewal on 5 December 2026 goes by the change. You can cancel before it.",
  );
});
