import { type EndReason, endReasons, type StorefrontId, storefrontIds, violationCategories } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { standings } from "../standing.ts";
import { canEndWith } from "./facts.ts";
import { ruleOnSettlement, type SettlementQuestion } from "./rule-on-settlement.ts";
import { whoPays } from "./who-pays.ts";

const at = new Date("2026-11-21T12:00:00Z");
const everyVersion = Object.values(packs).flatMap(({ versions }) => versions);
const asked = (storefront: StorefrontId, facts: Partial<SettlementQuestion>): SettlementQuestion => ({
  storefront,
  at,
  reason: "prompt-blocked",
  standing: "none",
  category: null,
  delivered: 0,
  requested: 1,
  ...facts,
});
const settled = (storefront: StorefrontId, facts: Partial<SettlementQuestion>) =>
  ruleOnSettlement(asked(storefront, facts));

/** Under every version of every storefront's terms. */
const everyQuestion = everyVersion.flatMap(({ storefront, startsAt }) =>
  endReasons.flatMap((reason) =>
    standings.flatMap((standing) =>
      [...violationCategories, null].flatMap((category) =>
        [0, 2, 4]
          .filter((delivered) => canEndWith(reason, delivered === 0 ? "none" : delivered === 4 ? "all" : "some"))
          .map((delivered) => asked(storefront, { at: startsAt, reason, standing, category, delivered, requested: 4 })),
      ),
    ),
  ),
);

describe("every combination of facts", () => {
  it("has exactly one outcome, with a clause and a sentence", () => {
    expect(everyQuestion.length).toBe(everyVersion.length * 92 * 10);
    for (const question of everyQuestion) {
      const ruling = ruleOnSettlement(question);
      expect(ruling.clauses.length).toBeGreaterThan(0);
      expect(ruling.explanation.member).toContain(ruling.clauses[0]?.id);
    }
  });

  it("never charges for more than was asked, and charges everything delivered", () => {
    for (const question of everyQuestion) {
      const { capturedShare } = ruleOnSettlement(question).outcome;
      expect(capturedShare).toBeLessThanOrEqual(question.requested);
      expect(capturedShare).toBeGreaterThanOrEqual(question.delivered);
    }
  });

  it("never gives more back for a worse standing", () => {
    for (const question of everyQuestion) {
      const shares = standings.map((standing) => {
        const { outcome } = ruleOnSettlement({ ...question, standing });
        return outcome.credits === "review" ? question.delivered + 0.5 : outcome.capturedShare;
      });
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    }
  });

  it("captures undelivered work at Image-AI.run only, and only for the member's own proven breach", () => {
    for (const question of everyQuestion.filter(({ delivered }) => delivered === 0)) {
      const { credits } = ruleOnSettlement(question).outcome;
      if (credits === "release") continue;
      expect(question.storefront).toBe("image-ai-run");
      expect(["prompt-blocked", "upload-blocked", "upstream-refused-prompt"]).toContain(question.reason);
      expect(credits).toBe(question.standing === "established" ? "capture" : "review");
    }
  });
});

describe("one proven breach at three storefronts", () => {
  it.each([
    ["image-ai-run", "capture", "IAI-8.5", ["IAI-4.3"]],
    ["apimodels", "release", "API-i1", []],
    ["modelmyimage", "release", "MMI-i1", []],
  ] as const)("%s: %s under %s", (storefront, credits, clause, overridden) => {
    const ruling = settled(storefront, { standing: "established", category: "sexual" });
    expect(ruling.outcome.credits).toBe(credits);
    expect(ruling.clauses[0]?.id).toBe(clause);
    expect(ruling.overridden).toEqual(overridden);
  });
});

describe("one ending at three storefronts", () => {
  const clausesOf = (facts: Partial<SettlementQuestion>) =>
    (["modelmyimage", "apimodels", "image-ai-run"] as const).map(
      (storefront) => settled(storefront, facts).clauses[0]?.id,
    );

  it.each<[EndReason, string[]]>([
    ["provider-failed", ["MMI-i1", "API-3.1", "IAI-8.2"]],
    ["provider-timeout", ["MMI-i1", "API-3.1", "IAI-8.2"]],
    ["not-started-in-time", ["MMI-i1", "API-3.1", "IAI-8.2"]],
    ["model-stopped", ["MMI-i1", "API-3.1", "IAI-8.2"]],
    ["account-stopped", ["MMI-i1", "API-3.1", "IAI-8.2"]],
    ["bad-input", ["MMI-i1", "API-3.1", "IAI-8.2"]],
    ["cancelled-by-member", ["MMI-i1", "API-3.1", "IAI-a4"]],
    ["output-refused", ["MMI-i1", "API-i1", "IAI-4.3"]],
    ["prompt-blocked", ["MMI-i1", "API-i1", "IAI-4.3"]],
  ])("%s releases under %s", (reason, clauses) => {
    expect(clausesOf({ reason, standing: reason === "prompt-blocked" ? "weak" : "none" })).toEqual(clauses);
    for (const storefront of storefrontIds) {
      expect(settled(storefront, { reason }).outcome).toEqual({ credits: "release", capturedShare: 0 });
    }
  });

  it("charges what was delivered of a batch", () => {
    for (const storefront of storefrontIds) {
      const ruling = settled(storefront, { reason: "delivered", delivered: 3, requested: 4 });
      expect(ruling.outcome).toEqual({ credits: "capture", capturedShare: 3 });
    }
    const partly = settled("image-ai-run", { reason: "output-refused", delivered: 3, requested: 4 });
    expect(partly.clauses.map(({ id }) => id)).toEqual(["IAI-6.1", "IAI-4.3"]);
  });
});

it("keeps the credits of a suspicion for three business days at Image-AI.run", () => {
  const ruling = settled("image-ai-run", { standing: "suspected", category: "deepfake" });
  expect(ruling.outcome).toEqual({ credits: "review", capturedShare: 0, reviewDays: 3 });
  expect(ruling.outcomeName).toBe("under review");
});

it("gives the credits of a suspicion back at once under the terms of 2027-03-15", () => {
  const facts = { at: new Date("2027-03-15T00:00:00Z"), standing: "suspected", category: "deepfake" } as const;
  const ruling = settled("image-ai-run", facts);
  expect(ruling.outcome).toEqual({ credits: "release", capturedShare: 0 });
  expect(ruling).toMatchObject({ termsVersion: "2027-03-15", overridden: [] });
  expect(ruling.clauses.map(({ id }) => id)).toEqual(["IAI-4.3", "IAI-i1"]);
});

it("refuses counts that cannot be", () => {
  const impossible = [{ delivered: 2, requested: 1 }, { delivered: 1 }, { delivered: 0.5 }, { requested: 0 }];
  for (const facts of impossible) expect(() => settled("apimodels", facts)).toThrow(RangeError);
  expect(() => settled("apimodels", { reason: "delivered" })).toThrow(RangeError);
});

it("tells a member what happened, what it costs, what gave way and what to do", () => {
  const { explanation } = settled("image-ai-run", { standing: "established", category: "sexual" });
  expect(explanation.member).toBe(
    "Your prompt was stopped before anything ran. What was found: sexually explicit content. " +
      "Credits used on a prompt or upload that is proven to break the rules are not returned (clauses IAI-8.5, IAI-i1). " +
      "This goes before clause IAI-4.3 (A blocked generation is refunded). " +
      "The credits of this request are spent. If you think this is wrong, appeal, and someone else looks again.",
  );
});

it("tells a colleague what the terms say, what they say in general, and what was known", () => {
  const { explanation } = settled("image-ai-run", { standing: "established", category: "sexual" });
  expect(explanation.staff).toBe(
    "Credits used on a prompt or upload that is proven to break the rules are not returned (clauses IAI-8.5, IAI-i1). " +
      "This is an exception. In general: A blocked request gives its credits back unless a breach is proven (clauses IAI-4.3, IAI-i1). " +
      "What was known: the prompt was stopped before anything ran, the breach was proven, the member has no result.",
  );
});

describe("who pays", () => {
  it.each([
    ["modelmyimage", ["release", "release", "release", "release", "release", "release"]],
    ["apimodels", ["release", "release", "release", "release", "release", "release"]],
    ["image-ai-run", ["capture", "review", "release", "release", "release", "release"]],
  ] as const)("%s says so before anything runs", (storefront, credits) => {
    expect(whoPays(storefront, at).map(({ ruling }) => ruling.outcome.credits)).toEqual(credits);
  });
});
