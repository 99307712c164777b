import { describe, expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { creditStates } from "./facts.ts";
import { ruleOnLapsedReview } from "./rule-on-lapsed-review.ts";
import { ruleOnReview } from "./rule-on-review.ts";

const at = new Date("2026-11-21T12:00:00Z");

const versions = Object.values(packs).flatMap((pack) => pack.versions);

describe.each(versions)("$storefront, terms of $version", ({ storefront, startsAt: at }) => {
  const ruled = (decision: "confirmed" | "overturned", credits: (typeof creditStates)[number]) =>
    ruleOnReview({ storefront, at, decision, credits }).outcome;

  it("returns everything and voids the strike when a breach is overturned", () => {
    expect(creditStates.map((credits) => ruled("overturned", credits))).toEqual([
      { credits: "release", strike: "void" },
      { credits: "pay-back", strike: "void" },
      { credits: "nothing", strike: "void" },
      { credits: "nothing", strike: "void" },
    ]);
  });

  it("captures a confirmed breach only where the terms say so", () => {
    const waiting = storefront === "image-ai-run" ? "capture" : "release";
    expect(creditStates.map((credits) => ruled("confirmed", credits))).toEqual([
      { credits: waiting, strike: "count" },
      { credits: "nothing", strike: "count" },
      { credits: "nothing", strike: "count" },
      { credits: "nothing", strike: "count" },
    ]);
  });

  it("releases what waited too long and leaves the strike to a person", () => {
    expect(ruleOnLapsedReview({ storefront, at }).outcome).toEqual({ credits: "release", strike: "wait" });
  });
});

it("cites the law of appeals when a decision is undone", () => {
  const ruling = ruleOnReview({ storefront: "apimodels", at, decision: "overturned", credits: "captured" });
  expect(ruling.clauses.map(({ id }) => id)).toEqual(["API-a6", "LAW-APPEAL"]);
});
