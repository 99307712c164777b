import { describe, expect, it } from "vitest";
import { decide } from "../decide.ts";
import { packs } from "../packs/packs.ts";
import { breachAt } from "./law.ts";
import { visitFamilies } from "./lawful-books.ts";
import { numberFaults } from "./number-agreement.ts";
import { casesFor, isIn } from "./worked-cases.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);

describe.each(versions)("$storefront, terms of $version", (terms) => {
  it("keeps every law on every combination of facts", () => {
    const breaches = visitFamilies((bookIn, laws) => {
      const book = bookIn(terms.rules);
      return book.family.points().flatMap((facts) => breachAt(facts, book, laws, terms) ?? []);
    });
    expect(breaches.flat().slice(0, 5)).toEqual([]);
  });

  it("has facts for every case that was worked out by hand", () => {
    const idle = visitFamilies((bookIn, _, family) => {
      const book = bookIn(terms.rules);
      const known = book.family.points().map((facts) => ({ ...facts, ...decide(book, facts).verdict }));
      return casesFor(family, terms)
        .filter((each) => !known.some((point) => isIn(point, each.of)))
        .map(({ of }) => `${family}: ${JSON.stringify(of)}`);
    }).flat();
    expect(idle).toEqual([]);
  });

  it("gives the numbers that its clauses say, and no others", () => {
    expect(visitFamilies((bookIn) => numberFaults(bookIn(terms.rules), terms)).flat()).toEqual([]);
  });
});
