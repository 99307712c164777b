import type { RefusalCode } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import { type Membership, memberships } from "./membership.ts";

export type AdmissionFacts = {
  /** Full years. */
  readonly age: number;
  /** Years at which the member's country lets a person consent alone to an online service. */
  readonly consentAge: number;
  readonly suspended: boolean;
  /** The terms in force hold for the member, or the start accepts them, as `ruleOnTermsAcceptance` says. */
  readonly acceptedInForce: boolean;
  readonly emailConfirmed: boolean;
  readonly membership: Membership;
};

export type AdmissionRefusal = Extract<
  RefusalCode,
  | "member/too-young"
  | "member/suspended"
  | "member/terms-not-accepted"
  | "member/email-not-confirmed"
  | "member/membership-inactive"
  | "member/membership-unverified"
>;

export type AdmissionVerdict =
  | { readonly outcome: "admitted" }
  | { readonly outcome: "refused"; readonly refusal: AdmissionRefusal };

export const onAdmission = conditionsOn<AdmissionFacts>();

const yesNo = [true, false] as const;
/** One year each side of every age a clause names. */
const ages = [12, 13, 14, 15, 16, 17, 18, 19] as const;
const consentAges = [13, 14, 15, 16] as const;

export const membershipWords = {
  "not-asked": "no membership is asked for",
  good: "the membership is active",
  unverified: "the membership's first payment is not verified",
  inactive: "there is no active membership",
} as const satisfies Record<Membership, string>;

export const admissionFamily: Family<AdmissionFacts> = {
  name: "admission",
  question: "admission",
  points: () =>
    ages.flatMap((age) =>
      consentAges.flatMap((consentAge) =>
        yesNo.flatMap((suspended) =>
          yesNo.flatMap((acceptedInForce) =>
            yesNo.flatMap((emailConfirmed) =>
              memberships.map((membership) => ({
                age,
                consentAge,
                suspended,
                acceptedInForce,
                emailConfirmed,
                membership,
              })),
            ),
          ),
        ),
      ),
    ),
  tell: ({ age, consentAge, suspended, acceptedInForce, emailConfirmed, membership }) => [
    `the member is ${age}`,
    `their country asks for ${consentAge} years to agree alone`,
    suspended ? "the account is suspended" : "the account is not suspended",
    acceptedInForce ? "the terms in force are accepted" : "the terms in force are not accepted",
    emailConfirmed ? "the address is confirmed" : "the address is not confirmed",
    membershipWords[membership],
  ],
};
