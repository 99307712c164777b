import { assert, constantFrom, infiniteStream, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, type KnownFacts } from "./answer.ts";
import { conditionsOn, type Facts } from "./condition.ts";
import { decide } from "./decide.ts";
import { visitFamilies } from "./laws/lawful-books.ts";
import { packs } from "./packs/packs.ts";
import { type Family, type RuleBook, ruleBook } from "./rule.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);

/** The verdicts of every point that agrees with what is known, as text. */
function enumerated<F extends Facts, V>(book: RuleBook<F, V>, known: KnownFacts<F>): ReadonlySet<string> {
  const agreeing = book.family
    .points()
    .filter((point) => Object.entries(known).every(([name, value]) => point[name] === value));
  return new Set(agreeing.map((facts) => JSON.stringify(decide(book, facts).verdict)));
}

/** A point with some of its facts forgotten. */
function forget<F extends Facts>(point: F, keeps: () => boolean): KnownFacts<F> {
  const known: KnownFacts<F> = { ...point };
  for (const name in known) if (!keeps()) delete known[name];
  return known;
}

function checkBook<F extends Facts, V>(book: RuleBook<F, V>): void {
  const points = book.family.points();
  assert(
    property(constantFrom(...points), infiniteStream(constantFrom(true, false)), (point, coins) => {
      const known = forget(point, () => coins.next().value === true);
      const verdicts = enumerated(book, known);
      const answered = answer(book, known);
      if (answered.kind === "decided") {
        expect([...verdicts]).toEqual([JSON.stringify(answered.decision.verdict)]);
        return;
      }
      expect(verdicts.size).toBeGreaterThan(1);
      expect(answered.because.length).toBeGreaterThan(0);
      // Once all that is missing is known, nothing else matters.
      const told: KnownFacts<F> = { ...point };
      for (const name in told) if (known[name] === undefined && !answered.missing.includes(name)) delete told[name];
      expect(answer(book, told).kind).toBe("decided");
    }),
    { numRuns: points.length > 1000 ? 4 : 30 },
  );
}

describe.each(versions)("on incomplete facts, $storefront of $version", (terms) => {
  it("says of every question what all completions share, or names what it hangs on", { timeout: 120_000 }, () => {
    visitFamilies((bookIn) => checkBook(bookIn(terms.rules)));
  });
});

type Door = { readonly age: number; readonly ticket: boolean; readonly rain: boolean };
const { all, always, atLeast, is } = conditionsOn<Door>();
const yesNo = [true, false] as const;
const doorFamily: Family<Door> = {
  name: "door",
  question: "admission",
  points: () => [17, 18].flatMap((age) => yesNo.flatMap((ticket) => yesNo.map((rain) => ({ age, ticket, rain })))),
  tell: ({ age, ticket, rain }) => [`they are ${age}`, ticket ? "a ticket" : "no ticket", rain ? "rain" : "no rain"],
};
const door = ruleBook<Door, string>(doorFamily, [
  { clause: "T-1", name: "closed", when: always, gives: "closed", says: "The door is closed." },
  {
    clause: "T-2",
    name: "open",
    overrides: ["T-1/closed"],
    when: all(is("ticket", true), atLeast("age", 18)),
    gives: "open",
    says: "Adults with a ticket come in.",
  },
]);

describe("a door", () => {
  it("needs what decides, and never what does not matter", () => {
    expect(answer(door, { age: 40 })).toEqual({ kind: "needs", missing: ["ticket"], because: ["T-2"] });
    expect(answer(door, {})).toEqual({ kind: "needs", missing: ["age", "ticket"], because: ["T-2"] });
    expect(answer(door, { ticket: true, age: undefined, rain: true })).toMatchObject({ missing: ["age"] });
  });

  it("needs nothing more where the answer is settled, and tells only what is known", () => {
    const answered = answer(door, { ticket: false });
    if (answered.kind === "needs") throw new Error("nothing is missing");
    expect(answered.decision).toMatchObject({ verdict: "closed", overridden: [] });
    expect(answered.decision.family.tell(answered.decision.facts)).toEqual(["no ticket"]);
    expect(answer(door, { age: 40, ticket: true })).toMatchObject({ kind: "decided", decision: { verdict: "open" } });
  });
});
