import { describe, expect, it } from "vitest";
import { coverageOf } from "../coverage.ts";
import { packs } from "../packs/packs.ts";
import { visitFamilies } from "./lawful-books.ts";
import { mutate } from "./mutants.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);

describe.each(versions)("$storefront, terms of $version", (terms) => {
  it("notices every mistake in a rule: dropped, turned round, made stricter or looser, or given another verdict", {
    timeout: 120_000,
  }, () => {
    const { books } = coverageOf(terms);
    const reports = visitFamilies((bookIn, laws) => {
      const book = bookIn(terms.rules);
      const verdicts = versions.flatMap((version) => bookIn(version.rules).rules.map(({ gives }) => gives));
      const rules = books.filter(({ family }) => family !== book.family.name).flatMap((other) => other.rules);
      return mutate(book, laws, terms, { verdicts, rules });
    });
    expect(reports.every(({ made }) => made >= 2)).toBe(true);
    expect(reports.reduce((sum, { made }) => sum + made, 0)).toBeGreaterThan(400);
    expect(reports.flatMap(({ survivors }) => survivors)).toEqual([]);
  });
});
