import { assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Condition, conditionsOn, type Facts } from "./condition.ts";
import { ConflictingRules, decide, NoRuleApplies } from "./decide.ts";
import { visitFamilies } from "./laws/lawful-books.ts";
import { packs } from "./packs/packs.ts";
import { type Family, idOf, type Rule, type RuleBook, type RuleId, ruleBook } from "./rule.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);

/** Whether a condition holds, read as it is written. */
function holds<F extends Facts>(condition: Condition<F>, facts: F): boolean {
  switch (condition.op) {
    case "always":
      return true;
    case "is":
      return condition.values.includes(facts[condition.fact] ?? null);
    case "at-least": {
      const { fact, least } = condition;
      return Number(facts[fact]) >= Number(typeof least === "string" ? facts[least] : least);
    }
    case "all":
      return condition.of.every((part) => holds(part, facts));
    case "any":
      return condition.of.some((part) => holds(part, facts));
    case "not":
      return !holds(condition.of, facts);
  }
}

/** The rules that decide and those that give way, by the words of the definition and no table. */
function decidePlainly<F extends Facts, V>({ rules }: RuleBook<F, V>, facts: F) {
  const holding = rules.filter(({ when }) => holds(when, facts));
  const yieldsTo = (rule: Rule<F, V>, seen: readonly RuleId[] = []): boolean =>
    rules
      .filter((other) => other.overrides?.includes(idOf(rule)) && !seen.includes(idOf(other)))
      .some((exception) => holding.includes(exception) || yieldsTo(exception, [...seen, idOf(exception)]));
  return {
    determining: holding.filter((rule) => !yieldsTo(rule)),
    overridden: holding.filter((rule) => yieldsTo(rule)),
  };
}

function expectSame<F extends Facts, V>(book: RuleBook<F, V>): void {
  for (const facts of book.family.points()) {
    const { determining, overridden, verdict } = decide(book, facts);
    const plainly = decidePlainly(book, facts);
    if (determining.length !== plainly.determining.length) expect(determining).toEqual(plainly.determining);
    for (const [place, rule] of plainly.determining.entries()) expect(determining[place]).toBe(rule);
    for (const [place, rule] of plainly.overridden.entries()) expect(overridden[place]).toBe(rule);
    expect(overridden.length).toBe(plainly.overridden.length);
    expect(verdict).toBe(plainly.determining[0]?.gives);
  }
}

describe.each(versions)("$storefront, terms of $version", (terms) => {
  it("decides every combination of facts as its rules read, however it is made fast", { timeout: 60_000 }, () => {
    visitFamilies((bookIn) => {
      const book = bookIn(terms.rules);
      expectSame({ ...book, family: { ...book.family, points: () => thinned(book.family.points()) } });
    });
  });
});

/** Of the ten thousand combinations of a refund every seventh; the others are tried whole. */
function thinned<F>(points: readonly F[]): readonly F[] {
  return points.length < 5000 ? points : points.filter((_, place) => place % 7 === 0);
}

type Three = { readonly a: boolean; readonly b: boolean; readonly c: boolean };
const { all, always, any, is, not } = conditionsOn<Three>();
const yesNo = [true, false] as const;
const threeFamily: Family<Three> = {
  name: "three",
  question: "admission",
  points: () => yesNo.flatMap((a) => yesNo.flatMap((b) => yesNo.map((c) => ({ a, b, c })))),
  tell: () => [],
};

const conditions: readonly Condition<Three>[] = [
  always,
  is("a", true),
  not(is("b", true)),
  all(is("a", true), is("b", false), is("c", true)),
  any(is("a", false), is("b", true), is("c", true)),
];
const names = ["r", "s", "t", "u"] as const;

it("reads any small book as it is written: gaps, conflicts, chains of exceptions and circles", () => {
  assert(
    property(
      constantFrom(...conditions),
      constantFrom(...conditions),
      constantFrom(...conditions),
      constantFrom(...conditions),
      constantFrom("", "s", "t", "u", "s t", "t u"),
      constantFrom("", "r", "t", "u"),
      constantFrom("", "u", "r"),
      (r, s, t, u, overR, overS, overT) => {
        const overrides = { r: overR, s: overS, t: overT, u: "" };
        const book = ruleBook<Three, number>(
          threeFamily,
          names.map((name, place) => ({
            clause: "T-1",
            name,
            overrides: overrides[name]
              .split(" ")
              .filter(Boolean)
              .map((id): RuleId => `T-1/${id}`),
            when: [r, s, t, u][place] ?? always,
            gives: place % 3,
            says: "",
          })),
        );
        for (const facts of threeFamily.points()) {
          const { determining } = decidePlainly(book, facts);
          const verdicts = new Set(determining.map(({ gives }) => gives));
          if (verdicts.size === 0) expect(() => decide(book, facts)).toThrow(NoRuleApplies);
          else if (verdicts.size > 1) expect(() => decide(book, facts)).toThrow(ConflictingRules);
          else expect(decide(book, facts).determining).toEqual(determining);
        }
      },
    ),
    { numRuns: 300 },
  );
});

it("refuses a book of more rules than a number holds apart", () => {
  const rules = Array.from({ length: 32 }, (_, place) => ({
    clause: "T-1",
    name: `r${place}`,
    when: always,
    gives: 1,
    says: "",
  }));
  expect(() => ruleBook(threeFamily, rules)).toThrow(RangeError);
  expect(decide(ruleBook(threeFamily, rules.slice(1)), { a: true, b: true, c: true }).determining).toHaveLength(31);
});
