import { storefrontIds } from "@covenant/domain";
import { expect, it } from "vitest";
import { coverageOf } from "../../coverage.ts";
import { statementFaults } from "../../inventory/statement-faults.ts";
import { breachAt } from "../../laws/law.ts";
import { visitFamilies } from "../../laws/lawful-books.ts";
import { numberFaults } from "../../laws/number-agreement.ts";
import { termsPack } from "../terms-pack.ts";
import { ordinaryTerms } from "./ordinary-terms.ts";
import type { Topic } from "./topics.ts";

const version = "2026-01-01";

function packOf(without: readonly Topic[]) {
  const { ids, clauses, rules, privacy } = ordinaryTerms({ prefix: "ORD", since: version, without });
  const [storefront] = storefrontIds;
  const { versions } = termsPack({
    storefront,
    zone: "UTC",
    documents: [],
    privacy,
    first: { version, clauses, rules },
    amendments: [],
  });
  const [terms] = versions;
  if (terms === undefined) throw new Error("a pack has a version");
  return { ids, terms, privacy };
}

const { ids, terms, privacy } = packOf([]);

it("answers every question by itself, with a clause for each rule and a rule for each clause", () => {
  expect(coverageOf(terms).faults).toEqual([]);
});

it("keeps every law, and gives the numbers that its clauses say", () => {
  const faults = visitFamilies((bookIn, laws) => {
    const book = bookIn(terms.rules);
    const breaches = book.family.points().flatMap((facts) => breachAt(facts, book, laws, terms) ?? []);
    return [...breaches, ...numberFaults(book, terms)];
  });
  expect(faults.flat()).toEqual([]);
});

it("says who receives data", () => {
  const offers = { has: ["fal", "model-makers"], makers: ["Google"] } as const;
  expect(statementFaults({ terms, privacy, offers })).toEqual([]);
});

it("is found to lack a topic that was left out and whose rules still stand", () => {
  const { faults } = coverageOf(packOf(["stored"]).terms);
  expect(faults).toEqual([`${ids.stored}/stored cites ${ids.stored}, which does not exist`]);
});

it("numbers its topics in an order that never changes", () => {
  expect([ids.agreement, ids.stored, ids.notices]).toEqual(["ORD-a1", "ORD-a30", "ORD-a34"]);
});
