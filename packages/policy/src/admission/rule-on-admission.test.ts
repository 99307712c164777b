import { type StorefrontId, subscriptionStates } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { termsInForce } from "../terms-in-force.ts";
import { digitalConsentAge } from "./digital-consent.ts";
import { type AdmissionQuestion, ruleOnAdmission } from "./rule-on-admission.ts";

const at = new Date("2026-11-21T12:00:00Z");
const ruled = (storefront: StorefrontId, facts: Partial<AdmissionQuestion>) =>
  ruleOnAdmission({
    storefront,
    at,
    bornOn: "1990-01-01",
    country: "US",
    acceptedTermsVersion: termsInForce(storefront, at).version,
    emailConfirmed: true,
    suspendedUntil: null,
    closesAt: null,
    membership: "not-asked",
    ...facts,
  });
const admitted = { outcome: "admitted" };
const tooYoung = { outcome: "refused", refusal: "member/too-young" };

describe("age", () => {
  it.each<[StorefrontId, string, string, object]>([
    ["apimodels", "US", "2008-11-21", admitted],
    ["apimodels", "US", "2008-11-22", tooYoung],
    ["image-ai-run", "US", "2013-11-21", admitted],
    ["image-ai-run", "US", "2013-11-22", tooYoung],
    ["image-ai-run", "DE", "2010-11-21", admitted],
    ["image-ai-run", "DE", "2010-11-22", tooYoung],
    ["image-ai-run", "FR", "2011-11-22", tooYoung],
    ["image-ai-run", "GB", "2013-11-21", admitted],
    ["image-ai-run", "XX", "2013-11-22", tooYoung],
    ["modelmyimage", "ES", "2012-11-21", admitted],
    ["modelmyimage", "ES", "2012-11-22", tooYoung],
    ["modelmyimage", "US", "2013-11-22", tooYoung],
  ])("%s, %s, born %s", (storefront, country, bornOn, outcome) => {
    expect(ruled(storefront, { country, bornOn }).outcome).toEqual(outcome);
  });

  it("turns a year on 1 March for who was born on 29 February", () => {
    const born = { bornOn: "2012-02-29", country: "ES" };
    const on = (day: string) => new Date(`${day}T12:00:00Z`);
    const { version } = termsInForce("apimodels", on("2030-02-28"));
    const of = (day: string) =>
      ruled("apimodels", { ...born, at: on(day), acceptedTermsVersion: version }).outcome.outcome;
    expect([of("2030-02-28"), of("2030-03-01")]).toEqual(["refused", "admitted"]);
  });

  it("stays within 13 and 16 in every country", () => {
    expect([digitalConsentAge("DE"), digitalConsentAge("SE"), digitalConsentAge("ZZ")]).toEqual([16, 13, 13]);
  });

  it("refuses a day the calendar does not have", () => {
    expect(() => ruled("apimodels", { bornOn: "2001-02-31" })).toThrow(RangeError);
  });
});

it.each<[string, Partial<AdmissionQuestion>, string]>([
  ["an old version accepted", { acceptedTermsVersion: "2025-01-01" }, "member/terms-not-accepted"],
  ["nothing accepted", { acceptedTermsVersion: null }, "member/terms-not-accepted"],
  ["an address not confirmed", { emailConfirmed: false }, "member/email-not-confirmed"],
  ["suspended for good", { suspendedUntil: "indefinite" }, "member/suspended"],
  ["suspended until later", { suspendedUntil: new Date("2026-11-21T12:00:00.001Z") }, "member/suspended"],
  ["suspended and not confirmed", { suspendedUntil: "indefinite", emailConfirmed: false }, "member/suspended"],
])("refuses: %s", (_, facts, refusal) => {
  for (const storefront of ["modelmyimage", "apimodels", "image-ai-run"] as const) {
    expect(ruled(storefront, facts).outcome).toEqual({ outcome: "refused", refusal });
  }
});

it("admits at the instant a suspension ends", () => {
  expect(ruled("apimodels", { suspendedUntil: at }).outcome).toEqual(admitted);
});

describe("membership", () => {
  const day = 86_400_000;
  const subscription = { state: "active", pastDueSince: null, paidUntil: new Date(at.getTime() + day) } as const;
  const generating = (facts: AdmissionQuestion["membership"], storefront: StorefrontId = "modelmyimage") =>
    ruled(storefront, { membership: facts }).outcome;
  const inactive = { outcome: "refused", refusal: "member/membership-inactive" };
  const unverified = { outcome: "refused", refusal: "member/membership-unverified" };
  const ago = (ms: number) => new Date(at.getTime() - ms);

  it.each<[string, AdmissionQuestion["membership"], object]>([
    ["none", null, inactive],
    ["placed and not paid", { ...subscription, state: "placed", paidUntil: null }, unverified],
    ["active", subscription, admitted],
    ["past due for a moment less than seven days", pastDue(7 * day - 1), admitted],
    ["past due for seven days", pastDue(7 * day), inactive],
    ["cancelled, while its paid period runs", { ...subscription, state: "cancelling" }, admitted],
    ["cancelled, at the end of its period", { ...subscription, state: "cancelling", paidUntil: at }, inactive],
    ["paused, in a paid period", { ...subscription, state: "paused" }, admitted],
    ["paused, after it", { ...subscription, state: "paused", paidUntil: ago(1) }, inactive],
    ["ended", { ...subscription, state: "ended" }, inactive],
  ])("%s", (_, facts, outcome) => {
    expect(generating(facts)).toEqual(outcome);
  });

  function pastDue(forMs: number) {
    return { ...subscription, state: "past-due", pastDueSince: ago(forMs), paidUntil: ago(forMs) } as const;
  }

  it("is asked of nobody who buys, and at no other storefront", () => {
    expect(generating("not-asked")).toEqual(admitted);
    for (const storefront of ["apimodels", "image-ai-run"] as const) {
      for (const state of subscriptionStates)
        expect(generating({ ...subscription, state }, storefront)).toEqual(admitted);
      expect(generating(null, storefront)).toEqual(admitted);
    }
  });

  it("is asked last, cites the reading and its terms, and says what to do", () => {
    const ruling = ruled("modelmyimage", { membership: null });
    expect(ruling.clauses.map(({ id, source }) => [id, source])).toEqual([
      ["MMI-i4", "interpreted"],
      ["MMI-a17", "assumed"],
    ]);
    expect(ruling.explanation.member).toContain("Start a membership");
    expect(ruled("modelmyimage", { membership: null, emailConfirmed: false }).outcome).toMatchObject({
      refusal: "member/email-not-confirmed",
    });
  });
});

it("names the day of a closing instead of a suspension without an end", () => {
  const closesAt = new Date("2026-12-05T12:00:00Z");
  const said = (facts: Partial<AdmissionQuestion>) =>
    ruled("image-ai-run", { suspendedUntil: "indefinite", ...facts }).explanation.member;
  expect(said({ closesAt })).toContain("Your account will be closed on 5 December 2026 and is suspended until then.");
  expect(said({ closesAt })).not.toContain("no end date");
  expect(said({})).toContain("no end date");
});
