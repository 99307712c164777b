import { type StorefrontId, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { ruleOnAdmission } from "../admission/rule-on-admission.ts";
import { packs } from "../packs/packs.ts";
import { findTerms, termsInForce } from "../terms-in-force.ts";
import { ruleOnTermsAcceptance } from "./rule-on-terms-acceptance.ts";
import { ruleOnTermsNotice } from "./rule-on-terms-notice.ts";

const today = new Date("2026-11-21T12:00:00Z");
const later = new Date("2027-04-01T12:00:00Z");
const first = (storefront: StorefrontId) => termsInForce(storefront, today).version;
const ruled = (storefront: StorefrontId, acceptedTermsVersion: string | null, at = later) =>
  ruleOnTermsAcceptance({ storefront, at, acceptedTermsVersion });

/** Those that have announced a later version. */
const changing = storefrontIds.filter((storefront) => packs[storefront].versions.length > 1);

describe.each(changing)("%s", (storefront) => {
  it("lets what was accepted stand, to the last instant before another version's day", () => {
    const next = ruleOnTermsNotice({ storefront, at: today })?.outcome.startsAt ?? today;
    const atEnd = new Date(next.getTime() - 1);
    expect(ruled(storefront, first(storefront), atEnd).outcome.acceptance).toBe("stands");
    expect(ruled(storefront, first(storefront), next).outcome.acceptance).not.toBe("stands");
    expect(ruled(storefront, termsInForce(storefront, later).version).outcome.acceptance).toBe("stands");
  });

  it("asks whoever accepted nothing, or something there never was", () => {
    expect(ruled(storefront, null).outcome.acceptance).toBe("ask");
    expect(ruled(storefront, "1999-01-01").outcome.acceptance).toBe("ask");
  });

  it("counts a version that was accepted ahead of its day", () => {
    const ahead = termsInForce(storefront, later).version;
    expect(ruled(storefront, ahead, today).outcome.acceptance).toBe("stands");
  });

  it("names a clause and says what to do, in both voices", () => {
    for (const accepted of [null, first(storefront), termsInForce(storefront, later).version]) {
      const { clauses, explanation, termsVersion } = ruled(storefront, accepted);
      expect(explanation.member).toContain(clauses[0]?.id);
      expect(explanation.staff).toMatch(/What was known: the member accepted (no|earlier|the) terms/);
      expect(termsVersion).toBe(termsInForce(storefront, later).version);
    }
  });
});

describe("a change that matters", () => {
  it.each([
    ["modelmyimage", "by-use", "MMI-11.1", "admitted"],
    ["apimodels", "ask", "API-a1", "refused"],
    ["image-ai-run", "ask", "IAI-a1", "refused"],
  ] as const)("at %s is accepted %s, under %s: a start is %s", (storefront, acceptance, clause, admission) => {
    const ruling = ruled(storefront, first(storefront));
    expect(ruling.outcome).toEqual({ acceptance, version: termsInForce(storefront, later).version });
    expect(ruling.clauses[0]?.id).toBe(clause);
    const started = ruleOnAdmission({
      storefront,
      at: later,
      bornOn: "1990-01-01",
      country: "DE",
      acceptedTermsVersion: first(storefront),
      emailConfirmed: true,
      suspendedUntil: null,
      closesAt: null,
      membership: "not-asked",
    });
    expect(started.outcomeName).toBe(admission);
  });
});

it("asks nothing where only words changed since", () => {
  const { versions } = packs["image-ai-run"];
  const terms = findTerms("image-ai-run", "2027-03-15");
  const news = terms?.news;
  if (!terms || !news) throw new Error("the version is announced");
  expect(versions.map((version) => version.news?.weight ?? null)).toEqual([null, "material"]);
  const told = terms.rules.termsAcceptance.bound.filter(({ applies }) =>
    applies({ accepted: "earlier", change: "editorial" }),
  );
  expect(told.map(({ rule }) => rule.gives)).toEqual([{ acceptance: "stands" }]);
});

describe("the notice of a version", () => {
  it("is owed from the day it is announced until its own day", () => {
    const owedAt = (at: string) => ruleOnTermsNotice({ storefront: "image-ai-run", at: new Date(at) })?.outcome.version;
    expect(owedAt("2026-11-15T23:59:59.999Z")).toBeUndefined();
    expect(owedAt("2026-11-16T00:00:00Z")).toBe("2027-03-15");
    expect(owedAt("2027-03-14T23:59:59.999Z")).toBe("2027-03-15");
    expect(owedAt("2027-03-15T00:00:00Z")).toBeUndefined();
  });

  it("goes by mail, thirty days ahead, under the terms of the day it is given", () => {
    const ruling = ruleOnTermsNotice({ storefront: "modelmyimage", at: today });
    expect(ruling).toMatchObject({
      termsVersion: "2026-03-01",
      outcome: { by: "mail", days: 30, version: "2027-02-15", accepted: "by-use" },
      outcomeName: "told by mail",
    });
    expect(ruling?.outcome.earliestAt).toEqual(new Date("2026-12-21T12:00:00Z"));
  });

  it("says what changes, when, in which clause, and what becomes of it", () => {
    expect(ruleOnTermsNotice({ storefront: "image-ai-run", at: today })?.explanation.member).toBe(
      "On 15 March 2027 new terms take effect: one check alone keeps no credits any more, and strikes end sooner. " +
        "A change that matters is told by mail and by a banner, at least 30 days before its day (clauses IAI-a30, IAI-13.3). " +
        "From that day we ask you to accept them once before you start anything new. Until then the terms of today hold.",
    );
  });
});
