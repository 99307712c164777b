import { type ConductKind, conductKinds, conductStandings, type StorefrontId, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { forbiddenConduct, ruleOnConduct } from "./rule-on-conduct.ts";
import { patternMeasure, ruleOnPattern } from "./rule-on-pattern.ts";

const at = new Date("2026-11-21T12:00:00Z");
const ruled = (storefront: StorefrontId, kind: ConductKind, facts: Partial<Parameters<typeof ruleOnConduct>[0]> = {}) =>
  ruleOnConduct({ storefront, at, kind, standing: "established", permission: null, ...facts });

describe.each(storefrontIds)("%s", (storefront) => {
  it("gives no consequence to what is alleged, and no strike to what is suspected", () => {
    for (const kind of conductKinds) {
      const [alleged, suspected] = conductStandings.map((standing) => ruled(storefront, kind, { standing }).outcome);
      expect(alleged).toEqual({ follows: "nothing" });
      expect(suspected?.follows).toBe(forbiddenConduct(storefront, at).includes(kind) ? "case" : "nothing");
    }
  });

  it("sees a pattern from the number its clause names, and not before", () => {
    for (const source of ["blocked", "refused"] as const) {
      const { atLeast } = patternMeasure(storefront, at, source);
      const asked = (count: number) => ruleOnPattern({ storefront, at, source, count });
      expect(asked(atLeast - 1).outcome.suspects).toBeNull();
      expect(asked(atLeast).outcome.suspects).not.toBeNull();
      expect(asked(atLeast).clauses.some(({ text }) => text.includes(`${atLeast} `))).toBe(true);
    }
  });
});

it.each<[StorefrontId, ConductKind, string, object]>([
  ["modelmyimage", "evasion", "MMI-4.3", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["modelmyimage", "reverse-engineering", "MMI-4.4", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["modelmyimage", "resale", "MMI-4.5", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["modelmyimage", "false-details", "MMI-a50", { follows: "nothing" }],
  ["modelmyimage", "shared-key", "MMI-a50", { follows: "nothing" }],
  ["modelmyimage", "leaked-key", "MMI-a50", { follows: "nothing" }],
  ["apimodels", "safety-circumvention", "API-4.6", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["apimodels", "upstream-policy", "API-4.7", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["apimodels", "malware", "API-4.2", { follows: "strike", weight: 3, expiresAfterDays: 730 }],
  ["apimodels", "evasion", "API-a62", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["image-ai-run", "shared-key", "IAI-a50", { follows: "nothing" }],
  ["image-ai-run", "leaked-key", "IAI-a50", { follows: "nothing" }],
  ["apimodels", "leaked-key", "API-2.1", { follows: "keys-end" }],
  ["apimodels", "resale", "API-a50", { follows: "nothing" }],
  ["image-ai-run", "false-details", "IAI-2.3", { follows: "strike", weight: 1, expiresAfterDays: 180 }],
  ["image-ai-run", "repeated-breaches", "IAI-4.4", { follows: "ladder" }],
  ["image-ai-run", "repeat-infringement", "IAI-12.2", { follows: "ladder" }],
])("%s, %s by a person: %s", (storefront, kind, clause, outcome) => {
  const ruling = ruled(storefront, kind);
  expect([ruling.clauses[0]?.id, ruling.outcome]).toEqual([clause, outcome]);
});

describe("resale", () => {
  const resale = (permission: Parameters<typeof ruleOnConduct>[0]["permission"]) =>
    ruled("modelmyimage", "resale", { permission }).outcome.follows;

  it.each([
    ["from the day on", { from: "2026-11-21", until: null }, "nothing"],
    ["to the end of the day", { from: "2026-01-01", until: "2026-11-21" }, "nothing"],
    ["from the next day on", { from: "2026-11-22", until: null }, "strike"],
    ["until the day before", { from: "2026-01-01", until: "2026-11-20" }, "strike"],
    ["none", null, "strike"],
  ])("with a permission %s", (_, permission, follows) => {
    expect(resale(permission)).toBe(follows);
  });
});
