import { storefrontIds, violationCategories } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { standings } from "../standing.ts";
import { ruleOnSanction } from "./rule-on-sanction.ts";

const at = new Date("2026-11-21T12:00:00Z");

describe.each(storefrontIds)("%s", (storefront) => {
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
    ["deepfake", 1, 180],
    ["infringement", 1, 180],
  ] as const)("%s weighs %i for %i days", (category, weight, expiresAfterDays) => {
    const ruling = ruleOnSanction({ storefront, at, category, standing: "established" });
    expect(ruling.outcome).toEqual({ strike: "counting", weight, expiresAfterDays });
  });

  it("is the same whatever becomes of the credits", () => {
    const [pending, counting] = (["suspected", "established"] as const).map(
      (standing) => ruleOnSanction({ storefront, at, category: "hate", standing }).clauses[0]?.id,
    );
    expect(pending).toBe(counting);
    expect({ modelmyimage: "MMI-4.2", apimodels: "API-4.5", "image-ai-run": "IAI-3.4" }[storefront]).toBe(counting);
  });
});
