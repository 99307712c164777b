import { violationCategories } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { standings } from "../standing.ts";
import { ruleOnSanction } from "./rule-on-sanction.ts";

const versions = Object.values(packs).flatMap((pack) => pack.versions);
/** The first version of each storefront counts ordinary strikes for half a year, the next for four months. */
const ordinaryDays = (version: string) => (version < "2027" ? 180 : 120);

describe.each(versions)("$storefront, terms of $version", ({ storefront, version, startsAt: at }) => {
  it("gives a strike for a suspicion or proof of a forbidden category, and for nothing else", () => {
    for (const category of [...violationCategories, null]) {
      for (const standing of standings) {
        const { strike } = ruleOnSanction({ storefront, at, category, standing }).outcome;
        const forbidden = category !== null && category !== "profanity";
        const expected = { none: "none", weak: "none", suspected: "pending", established: "counting" }[standing];
        expect(strike).toBe(forbidden ? expected : "none");
      }
    }
  });

  it.each([
    ["child-safety", 3, 730],
    ["intimate-imagery", 3, 730],
    ["deepfake", 1, ordinaryDays(version)],
    ["infringement", 1, ordinaryDays(version)],
  ] as const)("%s weighs %i for %i days", (category, weight, expiresAfterDays) => {
    const ruling = ruleOnSanction({ storefront, at, category, standing: "established" });
    expect(ruling.outcome).toEqual({ strike: "counting", weight, expiresAfterDays });
  });
});

it.each([
  ["modelmyimage", "MMI-4.2"],
  ["apimodels", "API-4.5"],
  ["image-ai-run", "IAI-3.4"],
] as const)("is the same at %s whatever becomes of the credits", (storefront, clause) => {
  const at = new Date("2026-11-21T12:00:00Z");
  const cited = (["suspected", "established"] as const).map(
    (standing) => ruleOnSanction({ storefront, at, category: "hate", standing }).clauses[0]?.id,
  );
  expect(cited).toEqual([clause, clause]);
});
