import { type Signal, violationCategories } from "@covenant/domain";
import { array, assert, constantFrom, double, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { standings } from "../standing.ts";
import { ruleOnPrompt } from "./rule-on-prompt.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);
const sources = ["screening", "moderation", "upstream"] as const;
const heard = (source: Signal["source"], category: Signal["category"], confidence: number): Signal => ({
  source,
  category,
  confidence,
});
const everySignal = sources.flatMap((source) =>
  [...violationCategories, null].flatMap((category) => [0.4, 0.5, 0.8].map((each) => heard(source, category, each))),
);

describe.each(versions)("$storefront, terms of $version", ({ storefront, startsAt: at }) => {
  const ruled = (...signals: Signal[]) => ruleOnPrompt({ storefront, at, signals }).outcome;

  it("answers every pair of signals once, and blocks exactly when something is heard", () => {
    for (const one of everySignal) {
      for (const other of everySignal) {
        const { outcome, standing } = ruled(one, other);
        expect(outcome).toBe(Math.max(one.confidence, other.confidence) >= 0.5 ? "blocked" : "clear");
        expect(standing === "none").toBe(outcome === "clear");
      }
    }
  });

  it.each<[string, Signal[], object]>([
    ["nothing", [], { outcome: "clear", category: null, standing: "none" }],
    ["a whisper", [heard("moderation", "hate", 0.49)], { outcome: "clear", category: null, standing: "none" }],
    ["no category", [heard("upstream", null, 1)], { outcome: "blocked", category: null, standing: "weak" }],
    ["doubt", [heard("screening", "hate", 0.55)], { outcome: "blocked", category: "hate", standing: "weak" }],
    [
      "rude words, twice",
      [heard("screening", "profanity", 0.9), heard("moderation", "profanity", 0.9)],
      { outcome: "blocked", category: "profanity", standing: "weak" },
    ],
    [
      "one sure voice",
      [heard("screening", "sexual", 0.9)],
      { outcome: "blocked", category: "sexual", standing: "suspected" },
    ],
    [
      "one source twice",
      [heard("screening", "sexual", 0.9), heard("screening", "sexual", 0.8)],
      { outcome: "blocked", category: "sexual", standing: "suspected" },
    ],
    [
      "two sources, two categories",
      [heard("screening", "sexual", 0.9), heard("moderation", "hate", 0.9)],
      { outcome: "blocked", category: "sexual", standing: "suspected" },
    ],
    [
      "two sources that agree",
      [heard("screening", "hate", 0.8), heard("upstream", "hate", 0.8)],
      { outcome: "blocked", category: "hate", standing: "established" },
    ],
    [
      "doubt about a child beside a sure voice",
      [heard("screening", "child-safety", 0.5), heard("moderation", "sexual", 0.99)],
      { outcome: "blocked", category: "child-safety", standing: "suspected" },
    ],
  ])("%s", (_, signals, outcome) => {
    expect(ruled(...signals)).toEqual(outcome);
  });

  it("never sends a doubt about a child past a person", () => {
    const ruling = ruleOnPrompt({ storefront, at, signals: [heard("moderation", "child-safety", 0.5)] });
    expect(ruling.outcome.standing).toBe("suspected");
    expect(ruling.clauses[0]?.id).toBe("LAW-CHILD-SAFETY");
  });

  it("never stands weaker because one more voice speaks", () => {
    const signal = record({
      source: constantFrom(...sources),
      category: constantFrom(...violationCategories),
      confidence: double({ min: 0, max: 1, noNaN: true }),
    });
    assert(
      property(array(signal, { maxLength: 5 }), signal, (signals, more) => {
        const before = standings.indexOf(ruled(...signals).standing);
        expect(standings.indexOf(ruled(...signals, more).standing)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
