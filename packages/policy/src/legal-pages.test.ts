import { rulingView, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { citationIn, citationOf, documentsIn, documentsOf } from "./legal-pages.ts";
import { packs } from "./packs/packs.ts";
import { viewOf } from "./ruling.ts";
import { ruleOnSettlement } from "./settlement/rule-on-settlement.ts";
import { termsInForce } from "./terms-in-force.ts";

const at = new Date("2026-11-21T12:00:00Z");

describe.each(storefrontIds)("%s", (storefront) => {
  it("shows every clause on exactly one page, under the path that rulings cite", () => {
    const shown = documentsOf(storefront, at).flatMap((page) => page.clauses);
    expect(shown.map(({ id }) => id).sort()).toEqual(
      termsInForce(storefront, at)
        .clauses.map(({ id }) => id)
        .sort(),
    );
    for (const { id, document, path } of shown) {
      expect(path).toBe(`/legal/${document}/${termsInForce(storefront, at).version}#${id}`);
      expect(citationOf(id, storefront, at).path).toBe(path);
      expect(path).toMatch(/^\/legal\/[a-z-]+\/[0-9-]+#[A-Za-z0-9.-]+$/);
    }
  });

  it("shows a clause of every version at an address of that version", () => {
    for (const terms of packs[storefront].versions) {
      for (const { path, clauses } of documentsIn(terms)) {
        for (const clause of clauses) {
          expect(clause.path).toBe(`${path}#${clause.id}`);
          expect(citationIn(terms, clause.id)).toMatchObject({ path: clause.path, text: clause.text });
        }
      }
    }
  });

  it("has no empty page in any version", () => {
    const pages = packs[storefront].versions.flatMap(documentsIn);
    expect(pages).toHaveLength(5 * packs[storefront].versions.length);
    for (const page of pages) expect(page.clauses.length).toBeGreaterThan(0);
  });

  it("writes rulings that the wire accepts", () => {
    const ruling = ruleOnSettlement({
      storefront,
      at,
      reason: "provider-failed",
      standing: "none",
      category: null,
      delivered: 0,
      requested: 1,
    });
    expect(rulingView.parse(viewOf(ruling)).explanation).toBe(ruling.explanation.member);
    expect(JSON.parse(JSON.stringify(ruling))).toEqual(ruling);
  });
});

it("names the terms in force by their date, and has none before the first", () => {
  expect(termsInForce("modelmyimage", at).version).toBe("2026-03-01");
  expect(termsInForce("image-ai-run", at).version).toBe("2026-05-21");
  expect(termsInForce("apimodels", new Date("2026-06-06T00:00:00.000Z")).version).toBe("2026-06-06");
  expect(() => termsInForce("apimodels", new Date("2026-06-05T23:59:59.999Z"))).toThrow(RangeError);
});

it("does not know a clause the terms do not have", () => {
  expect(() => citationOf("IAI-99", "image-ai-run", at)).toThrow("IAI-99");
});
