import type { StorefrontId } from "@covenant/domain";
import { ageOn, civilDateIn } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { termsInForce } from "../terms-in-force.ts";
import { digitalConsentAge } from "./digital-consent.ts";
import type { AdmissionFacts, AdmissionRefusal, AdmissionVerdict } from "./facts.ts";
import { type MembershipFacts, membershipAt } from "./membership.ts";

export type AdmissionQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  /** A civil date, `2001-05-31`. */
  readonly bornOn: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly acceptedTermsVersion: string | null;
  readonly emailConfirmed: boolean;
  readonly suspendedUntil: Date | null | "indefinite";
  /** The subscription of a member who wants to generate, null where there was none; buying asks for no membership. */
  readonly membership: MembershipFacts | null | "not-asked";
};

export type AdmissionOutcome = AdmissionVerdict;

/** May this member start anything now? Throws a `RangeError` where `bornOn` is no day of the calendar. */
export function ruleOnAdmission(question: AdmissionQuestion): Ruling<AdmissionOutcome> {
  const terms = termsInForce(question.storefront, question.at);
  const decision = decide(terms.rules.admission, factsOf(question, terms));
  const { verdict } = decision;
  return writeRuling(terms, "admission", decision, {
    outcome: verdict,
    outcomeName: verdict.outcome,
    words:
      verdict.outcome === "admitted"
        ? { happened: "You may go on." }
        : { happened: "This cannot be started.", next: nextSentence(verdict.refusal, question, terms.zone) },
  });
}

function factsOf(question: AdmissionQuestion, terms: TermsVersion): AdmissionFacts {
  const { suspendedUntil, membership, at } = question;
  return {
    age: ageOn(civilDateIn(at, terms.zone), question.bornOn),
    consentAge: digitalConsentAge(question.country),
    suspended: suspendedUntil === "indefinite" || (suspendedUntil !== null && suspendedUntil > at),
    acceptedInForce: question.acceptedTermsVersion === terms.version,
    emailConfirmed: question.emailConfirmed,
    membership: membership === "not-asked" ? membership : membershipAt(membership, at),
  };
}

function nextSentence(refusal: AdmissionRefusal, { suspendedUntil }: AdmissionQuestion, zone: string): string {
  switch (refusal) {
    case "member/too-young":
      return "You are welcome once you are old enough.";
    case "member/suspended":
      return suspendedUntil instanceof Date
        ? `Your suspension ends on ${civilDateIn(suspendedUntil, zone)}. You can appeal it.`
        : "Your suspension has no end date. You can appeal it.";
    case "member/terms-not-accepted":
      return "Read the terms and accept them, then try again.";
    case "member/email-not-confirmed":
      return "Open the link in the mail we sent you, then try again.";
    case "member/membership-unverified":
      return "Finish the payment of your membership. If you have paid, it is active as soon as the payment is verified.";
    case "member/membership-inactive":
      return "Start a membership, or pay the renewal that is open, then try again.";
  }
}
