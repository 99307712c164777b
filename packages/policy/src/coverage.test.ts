import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTextOnly, mechanisms, stated } from "./clause.ts";
import { conditionsOn, factsRead, predicateOf, printCondition } from "./condition.ts";
import { coverageOf } from "./coverage.ts";
import { ConflictingRules, decide, NoRuleApplies } from "./decide.ts";
import { examineBook } from "./examine-book.ts";
import { packs } from "./packs/packs.ts";
import { type Family, type Rule, ruleBook } from "./rule.ts";
import { prohibitedCategories, promptFamily } from "./screening/facts.ts";
import { weighSignals } from "./screening/weigh-signals.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);

describe.each(versions)("$storefront, terms of $version", (terms) => {
  it("has one outcome for every fact, no dead rule, no rule without a clause, no ruled clause without a rule", () => {
    expect(coverageOf(terms).faults).toEqual([]);
  });

  it("marks a clause as acting unless it is only words", () => {
    for (const clause of terms.clauses) expect(clause.acts).toBe(!isTextOnly(clause.keptBy));
  });

  it("says of every clause what keeps it, and of every one that is only words, why", () => {
    for (const { id, keeper, because, rules } of coverageOf(terms).clauses) {
      expect([id, rules.length > 0]).toEqual([id, keeper === "ruling"]);
      expect([id, because !== ""]).toEqual([id, keeper !== "ruling"]);
    }
  });

  it("notices a clause taken away, and a clause that claims a rule it has not", () => {
    const clauses = terms.clauses.filter(({ id }) => id !== "LAW-CHILD-SAFETY");
    const clauseById = new Map(clauses.map((clause) => [clause.id, clause]));
    expect(coverageOf({ ...terms, clauses, clauseById }).faults).toEqual([
      "LAW-CHILD-SAFETY/doubtful-child-safety cites LAW-CHILD-SAFETY, which does not exist",
    ]);
    const idle = { ...stated("X-1", "ruling", "", ""), document: "terms", acts: true, since: "", until: null } as const;
    expect(coverageOf({ ...terms, clauses: [...terms.clauses, idle] }).faults).toHaveLength(1);
  });
});

it.each(Object.entries(mechanisms))("finds the mechanism %s where it is said to be", (_, [does, where]) => {
  expect(does).toMatch(/\.$/);
  expect(existsSync(new URL(`../../../${where}`, import.meta.url))).toBe(true);
});

it("walks through every prompt that signals can amount to", () => {
  const reachable = [0.6, 0.9].flatMap((confidence) =>
    prohibitedCategories.flatMap((category) => [
      weighSignals([{ source: "screening", category, confidence }]),
      weighSignals([
        { source: "screening", category, confidence },
        { source: "upstream", category, confidence },
      ]),
    ]),
  );
  const points = promptFamily.points().map((point) => JSON.stringify([point.flag, point.category]));
  for (const { flag, category } of reachable) expect(points).toContain(JSON.stringify([flag, category]));
});

type Weather = { readonly sky: "clear" | "grey"; readonly degrees: number };
const { always, all, any, atLeast, is, not } = conditionsOn<Weather>();
const weather: Family<Weather> = {
  name: "weather",
  question: "settlement",
  points: () => (["clear", "grey"] as const).flatMap((sky) => [0, 20].map((degrees) => ({ sky, degrees }))),
  tell: ({ sky }) => [`the sky is ${sky}`],
};
const rule = (
  name: string,
  when: Rule<Weather, string>["when"],
  gives: string,
  overrides: `${string}/${string}`[] = [],
): Rule<Weather, string> => ({
  clause: "W-1",
  name,
  when,
  gives,
  says: "",
  overrides,
});
const general = rule("general", always, "coat");
const warm = rule("warm", atLeast("degrees", 20), "shirt", ["W-1/general"]);
const warmGrey = rule("warm-grey", all(atLeast("degrees", 20), is("sky", "grey")), "umbrella", ["W-1/warm"]);

describe("default logic", () => {
  const book = ruleBook(weather, [general, warm, warmGrey]);

  it("lets an exception displace its rule, and an exception of an exception both", () => {
    expect(decide(book, { sky: "grey", degrees: 0 })).toMatchObject({ verdict: "coat", overridden: [] });
    expect(decide(book, { sky: "clear", degrees: 20 })).toMatchObject({ verdict: "shirt", overridden: [general] });
    expect(decide(book, { sky: "grey", degrees: 20 })).toMatchObject({
      verdict: "umbrella",
      overridden: [general, warm],
    });
  });

  it("names both rules that conflict, and the facts that no rule covers", () => {
    const rival = ruleBook(weather, [general, rule("rival", is("sky", "grey"), "boots")]);
    const decideRival = () => decide(rival, { sky: "grey", degrees: 0 });
    expect(decideRival).toThrow(ConflictingRules);
    expect(decideRival).toThrow(/W-1\/general and W-1\/rival/);
    expect(() => decide(ruleBook(weather, [warm]), { sky: "grey", degrees: 0 })).toThrow(NoRuleApplies);
  });

  it("lets two rules that say the same stand together", () => {
    const twin = rule("twin", is("sky", "grey"), "coat");
    expect(decide(ruleBook(weather, [general, twin]), { sky: "grey", degrees: 0 }).determining).toHaveLength(2);
  });
});

describe("examining a book", () => {
  it.each([
    ["a dead rule", [general, rule("frost", not(atLeast("degrees", 0)), "furs", ["W-1/general"])], "never decides"],
    [
      "an override of nothing",
      [general, rule("twin", is("sky", "grey"), "coat", ["W-1/gone"])],
      "W-1/gone, which does not exist",
    ],
    ["two rules of one name", [general, general], "two rules are called W-1/general"],
    ["a circle", [rule("a", always, "x", ["W-1/b"]), rule("b", always, "y", ["W-1/a"])], "an exception to itself"],
    ["a conflict", [general, rule("rival", is("sky", "grey"), "boots")], "conflict on"],
    ["a gap", [warm], "no rule applies"],
  ])("finds %s", (_, rules, sentence) => {
    expect(examineBook(ruleBook(weather, rules)).faults.join("\n")).toContain(sentence);
  });
});

describe("conditions", () => {
  const condition = any(all(is("sky", "clear"), atLeast("degrees", 20)), not(is("sky", "clear", "grey")));

  it("print as they read", () => {
    expect(printCondition(condition)).toBe(
      "((sky is clear) and (degrees is at least 20)) or (not (sky is clear or grey))",
    );
    expect([...factsRead(condition)]).toEqual(["sky", "degrees"]);
  });

  it("hold on the facts and on nothing else", () => {
    expect(weather.points().filter(predicateOf(condition))).toEqual([{ sky: "clear", degrees: 20 }]);
  });
});
