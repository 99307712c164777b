import type { StorefrontId } from "@covenant/domain";
import { type Asks, counted, deciding, instant, orNone, parts, placed } from "../asks.ts";
import { ageOn, civilDateIn, spellDate } from "../civil-date.ts";
import { type Decision, decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { decideAcceptance } from "../terms-acceptance/rule-on-terms-acceptance.ts";
import { digitalConsentAge } from "./digital-consent.ts";
import { type AdmissionFacts, type AdmissionRefusal, type AdmissionVerdict, admissionFamily } from "./facts.ts";
import { type MembershipFacts, membershipAt } from "./membership.ts";

export type AdmissionQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  /** A civil date, `2001-05-31`. */
  readonly bornOn: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The newest version this person accepted; null for none. */
  readonly acceptedTermsVersion: string | null;
  readonly emailConfirmed: boolean;
  readonly suspendedUntil: Date | null | "indefinite";
  /** When the account is closed, of one that is suspended until then; null where no closing was announced. */
  readonly closesAt: Date | null;
  /** The subscription of a member who wants to generate, null where there was none; buying asks for no membership. */
  readonly membership: MembershipFacts | null | "not-asked";
};

/** A question about admission without the person's age and country. */
export type AdmissionState = Omit<AdmissionQuestion, "bornOn" | "country">;

export type AdmissionOutcome = AdmissionVerdict;

/** What is asked about an account, whoever its member is. */
export const stateAsks: Asks<AdmissionState> = {
  ...placed("when it is asked for"),
  acceptedTermsVersion: deciding(orNone("which terms were accepted last"), "acceptedInForce"),
  emailConfirmed: "whether the address is confirmed",
  suspendedUntil: deciding(orNone("whether the account is suspended"), "suspended"),
  closesAt: counted(orNone(instant("whether the account is to be closed"))),
  membership: orNone(
    parts<MembershipFacts>("how the membership stands", {
      state: "how the membership stands",
      pastDueSince: orNone(instant("since when a renewal is not paid")),
      paidUntil: orNone(instant("until when it is paid")),
    }),
  ),
};

const asks: Asks<AdmissionQuestion> = {
  ...stateAsks,
  bornOn: deciding("when the member was born", "age"),
  country: deciding("in which country they live", "consentAge"),
};

/** May this member start anything now? Throws a `RangeError` where `bornOn` is no day of the calendar. */
export const ruleOnAdmission = rulingOn(
  { family: admissionFamily, bookIn: ({ admission }) => admission, asks },
  (question: AdmissionQuestion, terms) =>
    writeAdmission(terms, decide(terms.rules.admission, factsOf(question, terms)), question),
);

/** The decision as a ruling, in words for this member. */
export function writeAdmission(
  terms: TermsVersion,
  decision: Decision<AdmissionFacts, AdmissionVerdict>,
  question: AdmissionState,
): Ruling<AdmissionOutcome> {
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
  return {
    age: ageOn(civilDateIn(question.at, terms.zone), question.bornOn),
    consentAge: digitalConsentAge(question.country),
    ...stateOf(question, terms),
  };
}

/** What an account is like, whoever its member is. */
export function stateOf(question: AdmissionState, terms: TermsVersion): Omit<AdmissionFacts, "age" | "consentAge"> {
  const { suspendedUntil, membership, at } = question;
  return {
    suspended: suspendedUntil === "indefinite" || (suspendedUntil !== null && suspendedUntil > at),
    acceptedInForce: decideAcceptance(terms, question.acceptedTermsVersion).verdict.acceptance !== "ask",
    emailConfirmed: question.emailConfirmed,
    membership: membership === "not-asked" ? membership : membershipAt(membership, at),
  };
}

function nextSentence(refusal: AdmissionRefusal, { suspendedUntil, closesAt }: AdmissionState, zone: string): string {
  switch (refusal) {
    case "member/too-young":
      return "You are welcome once you are old enough.";
    case "member/suspended":
      if (closesAt !== null)
        return `Your account will be closed on ${spellDate(civilDateIn(closesAt, zone))} and is suspended until then. You can appeal it.`;
      return suspendedUntil instanceof Date
        ? `Your suspension ends on ${spellDate(civilDateIn(suspendedUntil, zone))}. You can appeal it.`
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
