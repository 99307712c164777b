import type { Fact, Facts } from "../condition.ts";
import { returnCauses } from "../credit-expiry/facts.ts";
import type { PackRules, TermsVersion } from "../packs/pack.ts";
import { ownDoing } from "../settlement/facts.ts";
import type { Law } from "./law.ts";

/** Facts that somebody read off the clauses by hand, and the part of the verdict that follows from them. */
type WorkedCase = {
  readonly of: Readonly<Record<string, Fact | readonly Fact[]>>;
  readonly gives: Readonly<Record<string, Fact>>;
  /** The versions whose clauses say so, as `storefront version`; without it those of all storefronts do. */
  readonly in?: readonly string[];
};

const [firstTerms, nextTerms] = [
  ["modelmyimage 2026-03-01", "apimodels 2026-06-06", "image-ai-run 2026-05-21"],
  ["modelmyimage 2027-02-15", "apimodels 2027-03-01", "image-ai-run 2027-03-15"],
] as const;
const all: readonly string[] = [...firstTerms, ...nextTerms];
const at = (storefront: string) => all.filter((version) => version.startsWith(`${storefront} `));

const ordinaryBreaches = ["sexual", "deepfake", "hate", "violence", "illegal", "infringement"];
const files = ["artifact", "upload", "prompt"];
const firstBreach = { finding: "established", gravity: "ordinary", earlier: "none" } as const;
const ownActs = ["cancelled-by-member", "dispute-won"];
const person = {
  consentAge: 13,
  suspended: false,
  acceptedInForce: true,
  emailConfirmed: true,
  membership: ["good", "not-asked"],
};

/**
 * The numbers of the terms and the last value on each side of them, written down a second time. They are no second source: they
 * notice a number that slips in a clause and in its rule at once, where each still agrees with the other. A version without a case
 * here has numbers that nothing holds, and the test that makes mistakes says so.
 */
const workedCases: Readonly<Partial<Record<keyof PackRules, readonly WorkedCase[]>>> = {
  admission: [
    { of: { ...person, age: 17 }, gives: { outcome: "refused", refusal: "member/too-young" }, in: at("apimodels") },
    { of: { ...person, age: 18 }, gives: { outcome: "admitted" }, in: at("apimodels") },
    { of: { ...person, age: 12 }, gives: { outcome: "refused" } },
    { of: { ...person, age: 13 }, gives: { outcome: "admitted" }, in: at("image-ai-run") },
    { of: { ...person, age: 15, consentAge: 16 }, gives: { outcome: "refused" } },
    { of: { ...person, age: 16, consentAge: 16 }, gives: { outcome: "admitted" }, in: at("image-ai-run") },
  ],
  settlement: [
    {
      of: { reason: ownDoing, standing: "suspected", outputs: "none" },
      gives: { credits: "review", days: 3 },
      in: ["image-ai-run 2026-05-21"],
    },
  ],
  sanction: [
    { of: { strike: "none" }, gives: { weight: 0, expiresAfterDays: null } },
    {
      of: { strike: ["pending", "counting"], category: ["child-safety", "intimate-imagery"] },
      gives: { weight: 3, expiresAfterDays: 730 },
    },
    {
      of: { strike: ["pending", "counting"], category: ordinaryBreaches },
      gives: { weight: 1, expiresAfterDays: 180 },
      in: firstTerms,
    },
    {
      of: { strike: ["pending", "counting"], category: ordinaryBreaches },
      gives: { weight: 1, expiresAfterDays: 120 },
      in: nextTerms,
    },
  ],
  retention: [
    { of: { stays: "preserved" }, gives: { years: 1 } },
    {
      of: { subject: files, preservation: "none" },
      gives: { stays: "forDelivery", minutesAfterCreation: 60, minutesAfterDownload: 10 },
      in: ["modelmyimage 2026-03-01"],
    },
    {
      of: { subject: files, preservation: "none" },
      gives: { stays: "forDelivery", minutesAfterCreation: 30, minutesAfterDownload: 10 },
      in: ["modelmyimage 2027-02-15"],
    },
    {
      of: { subject: "history-entry", preservation: "none" },
      gives: { stays: "forDays", days: 60 },
      in: at("modelmyimage"),
    },
    { of: { subject: "call-record", preservation: "none" }, gives: { stays: "forMember" } },
    {
      of: { subject: "upload", preservation: "none" },
      gives: { stays: "forDays", days: 3 },
      in: ["apimodels 2026-06-06"],
    },
    {
      of: { subject: "upload", preservation: "none" },
      gives: { stays: "forDays", days: 2 },
      in: ["apimodels 2027-03-01"],
    },
    {
      of: { subject: ["artifact", "history-entry", "prompt"], preservation: "none" },
      gives: { stays: "forMember" },
      in: [...at("apimodels"), ...at("image-ai-run")],
    },
    { of: { subject: "upload", preservation: "none" }, gives: { stays: "forMember" }, in: at("image-ai-run") },
  ],
  termsNotice: [
    { of: { change: "editorial" }, gives: { by: "page", days: 0 } },
    { of: { change: "material" }, gives: { by: "mail", days: 30 } },
  ],
  priceChange: [
    { of: { by: "on-site" }, gives: { days: 0 } },
    { of: { customer: "subscriber" }, gives: { by: "mail", days: 7 }, in: [...at("modelmyimage"), ...at("apimodels")] },
    { of: { customer: "subscriber" }, gives: { by: "mail", days: 30 }, in: at("image-ai-run") },
  ],
  grace: [
    { of: { cause: ownActs }, gives: { days: 0 } },
    { of: { cause: returnCauses.filter((cause) => !ownActs.includes(cause)) }, gives: { days: 7 } },
  ],
  takedownNotice: [
    { of: { action: "remove", kind: "copyright" }, gives: { businessDays: 2 } },
    { of: { action: "remove", kind: "intimate-imagery" }, gives: { hours: 48 } },
    { of: { action: "ask-to-complete" }, gives: { answerDays: 1, cureDays: 10 } },
    { of: { action: "say-not-hosted" }, gives: { answerDays: 1 } },
  ],
  counterNotice: [
    { of: { action: ["put-back", "clear"] }, gives: { earliestDays: 10, targetDays: 12, latestDays: 14 } },
    { of: { action: "ask-to-complete" }, gives: { answerDays: 1 } },
  ],
  supportDeadline: [
    {
      of: { channel: ["mail", "form"] },
      gives: { kind: "house-target", days: 3 },
      in: [...at("modelmyimage"), ...at("apimodels")],
    },
    { of: { channel: ["mail", "form"] }, gives: { kind: "aim", fromDays: 1, days: 3 }, in: at("image-ai-run") },
  ],
  liabilityCap: [
    { of: { cap: "paid" }, gives: { months: 12, floorDollars: 0, before: "claim" }, in: at("modelmyimage") },
    { of: { cap: "paid" }, gives: { months: 12, floorDollars: 100, before: "event" }, in: at("image-ai-run") },
  ],
  conduct: [
    { of: { follows: "strike", kind: ["fraud", "malware"] }, gives: { weight: 3, expiresAfterDays: 730 } },
    {
      of: {
        follows: "strike",
        kind: [
          "evasion",
          "reverse-engineering",
          "resale",
          "false-details",
          "shared-key",
          "safety-circumvention",
          "upstream-policy",
        ],
      },
      gives: { weight: 1, expiresAfterDays: 180 },
    },
  ],
  pattern: [
    { of: { source: "blocked", count: 4 }, gives: { suspects: null } },
    { of: { source: "blocked", count: 5 }, gives: { suspects: "repeated-breaches", atLeast: 5, withinDays: 7 } },
    { of: { source: "refused", count: 299 }, gives: { suspects: null } },
    { of: { source: "refused", count: 300 }, gives: { suspects: "evasion", atLeast: 300, withinDays: 1 } },
    { of: { source: "strikes", count: 1 }, gives: { suspects: null } },
    { of: { source: "strikes", count: 2 }, gives: { suspects: "strikes", atLeast: 2, withinDays: null } },
  ],
  ladder: [
    { of: { ...firstBreach, weight: 1 }, gives: { sanction: "warning" } },
    { of: { ...firstBreach, weight: 2 }, gives: { sanction: "limit", days: 14, running: 1 } },
    { of: { ...firstBreach, weight: 3 }, gives: { sanction: "suspension", days: 7 } },
    { of: { ...firstBreach, weight: 4 }, gives: { sanction: "suspension", days: 7 } },
    { of: { ...firstBreach, weight: 5 }, gives: { sanction: "suspension", days: 30 } },
    { of: { ...firstBreach, weight: 7 }, gives: { sanction: "suspension", days: 30 } },
    { of: { ...firstBreach, weight: 8 }, gives: { sanction: "termination" } },
    {
      of: { finding: "suspected", gravity: "grave" },
      gives: { sanction: "suspension", days: 14 },
      in: at("apimodels"),
    },
  ],
  appeal: [{ of: { appeal: "open" }, gives: { days: 183, answerDays: 10 } }],
  termination: [{ of: { notice: "before" }, gives: { days: 14 } }],
};

/** What was worked out by hand for one family, as a law over its rules. */
export function workedLaw<F extends Facts, V extends object>(family: keyof PackRules): Law<F, V> {
  return {
    says: "what the clauses come to in numbers is what was worked out by hand",
    holds: (facts, verdict, _, terms) =>
      casesFor(family, terms).every(({ of, gives }) => !isIn({ ...facts, ...verdict }, of) || isIn(verdict, gives)),
  };
}

/** What was worked out by hand for one family under one version. */
export function casesFor(
  family: keyof PackRules,
  { storefront, version }: Pick<TermsVersion, "storefront" | "version">,
): readonly WorkedCase[] {
  const named = `${storefront} ${version}`;
  return (workedCases[family] ?? []).filter(({ in: versions = all }) => versions.includes(named));
}

/** Whether each wanted name has its value, or one of its values. */
export function isIn(known: object, wanted: WorkedCase["of"]): boolean {
  const values = new Map<string, unknown>(Object.entries(known));
  return Object.entries(wanted).every(([name, value]) => [value].flat().some((each) => each === values.get(name)));
}
