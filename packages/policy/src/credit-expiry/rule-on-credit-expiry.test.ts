import { type EndReason, endReasons, lotSources, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { canHaveTerm, returnCauses } from "./facts.ts";
import { type CreditExpiryQuestion, ruleOnCreditExpiry } from "./rule-on-credit-expiry.ts";
import { ruleOnGrace } from "./rule-on-grace.ts";

const at = new Date("2026-11-02T10:00:00Z");
const after = (days: number) => new Date(at.getTime() + days * 86_400_000);
const periodEnd = after(30);
const ruled = (facts: Partial<CreditExpiryQuestion>) =>
  ruleOnCreditExpiry({
    storefront: "image-ai-run",
    at,
    source: "pack",
    termDays: null,
    plan: facts.source === "subscription" ? { periodEnd, expiresAfterPeriodDays: 0 } : null,
    ...facts,
  });
const keptUntil = (facts: Partial<CreditExpiryQuestion>) => ruled(facts).outcome.keepUntil;

describe.each(storefrontIds)("credits of %s", (storefront) => {
  it("have an end or none for every combination of facts, with a clause", () => {
    for (const source of lotSources) {
      for (const termDays of canHaveTerm(source) ? [null, 30] : [null]) {
        const { clauses, explanation } = ruled({ storefront, source, termDays });
        expect(explanation.member).toContain(clauses[0]?.id);
      }
    }
  });

  it("stay when bought as a pack, unless the pack was sold with days", () => {
    expect(keptUntil({ storefront })).toBeNull();
    expect(keptUntil({ storefront, termDays: 90 })).toEqual(after(90));
  });

  it("follow the plan of a subscription", () => {
    const plan = (expiresAfterPeriodDays: number | null) =>
      keptUntil({ storefront, source: "subscription", plan: { periodEnd, expiresAfterPeriodDays } });
    expect([plan(0), plan(30), plan(null)]).toEqual([periodEnd, after(60), null]);
  });

  it("stay when given, unless a bonus came with days", () => {
    expect(keptUntil({ storefront, source: "goodwill" })).toBeNull();
    expect(keptUntil({ storefront, source: "bonus" })).toBeNull();
    expect(keptUntil({ storefront, source: "bonus", termDays: 14 })).toEqual(after(14));
  });
});

it("refuses facts that do not go together", () => {
  const impossible: Partial<CreditExpiryQuestion>[] = [
    { source: "subscription", plan: null },
    { source: "pack", plan: { periodEnd, expiresAfterPeriodDays: 0 } },
    { source: "goodwill", termDays: 30 },
    { source: "subscription", termDays: 30 },
    { termDays: 0.5 },
    { termDays: -1 },
    { source: "subscription", plan: { periodEnd, expiresAfterPeriodDays: -1 } },
  ];
  for (const facts of impossible) expect(() => ruled(facts)).toThrow(RangeError);
});

describe("credits that come back to a lot whose time is over", () => {
  const now = after(3);
  const graceOf = (cause: (typeof returnCauses)[number], storefront = storefrontIds[0]) =>
    ruleOnGrace({ storefront, at, cause, now });

  it.each(storefrontIds)("have seven days at %s, unless the member gave them up", (storefront) => {
    const own = ["cancelled-by-member", "dispute-won"];
    for (const cause of returnCauses) {
      const { outcome, clauses } = ruleOnGrace({ storefront, at, cause, now });
      expect(outcome.graceUntil).toEqual(own.includes(cause) ? null : after(10));
      expect(clauses.map(({ source }) => source)).toEqual(["assumed"]);
    }
  });

  it("knows every way a generation ends", () => {
    const causes: readonly EndReason[] = endReasons;
    for (const cause of causes) expect(graceOf(cause).outcomeName).toMatch(/^(no )?grace$/);
  });

  it("are explained", () => {
    expect(graceOf("provider-failed").explanation.member).toBe(
      "Your credits came back. Credits that come back after their time was over can be used for 7 more days (clause MMI-a16).",
    );
  });
});
