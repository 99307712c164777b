import type { ClauseId } from "../clause.ts";
import type { Condition } from "../condition.ts";
import { type Rule, type RuleBook, type RuleId, ruleBook } from "../rule.ts";
import { type AdmissionFacts, type AdmissionVerdict, admissionFamily, onAdmission } from "./facts.ts";

const { all, is, not } = onAdmission;

type AdmissionRule = Rule<AdmissionFacts, AdmissionVerdict>;

type AdmissionTerms = {
  readonly account: ClauseId;
  readonly age: Pick<AdmissionRule, "clause" | "readWith" | "says"> & {
    readonly oldEnough: Condition<AdmissionFacts>;
  };
  readonly suspension: ClauseId;
  readonly acceptance: { readonly clause: ClauseId; readonly readWith: readonly ClauseId[] };
  readonly confirmedAddress: ClauseId;
  /** Says that generating asks for a membership; absent where it does not. */
  readonly membership?: { readonly clause: ClauseId; readonly readWith: readonly ClauseId[] };
};

/** Whoever has an account is admitted; the exceptions refuse, each only where the one before it does not. */
export function admissionRules(terms: AdmissionTerms): RuleBook<AdmissionFacts, AdmissionVerdict> {
  const { oldEnough, ...age } = terms.age;
  const admitted = { clause: terms.account, name: "admitted" } as const;
  const overrides = [`${admitted.clause}/${admitted.name}`] as const;
  const suspended = is("suspended", true);
  const accepted = is("acceptedInForce", true);
  const confirmed = is("emailConfirmed", true);
  return ruleBook(admissionFamily, [
    {
      ...admitted,
      when: onAdmission.always,
      gives: { outcome: "admitted" },
      says: "Whoever has an account may use the service.",
    },
    {
      ...age,
      name: "too-young",
      overrides,
      when: not(oldEnough),
      gives: { outcome: "refused", refusal: "member/too-young" },
    },
    {
      clause: terms.suspension,
      name: "suspended",
      overrides,
      when: all(oldEnough, suspended),
      gives: { outcome: "refused", refusal: "member/suspended" },
      says: "While an account is suspended, nothing new can be started.",
    },
    {
      ...terms.acceptance,
      name: "terms-not-accepted",
      overrides,
      when: all(oldEnough, not(suspended), not(accepted)),
      gives: { outcome: "refused", refusal: "member/terms-not-accepted" },
      says: "The terms in force have to be accepted before anything is started.",
    },
    {
      clause: terms.confirmedAddress,
      name: "address-not-confirmed",
      overrides,
      when: all(oldEnough, not(suspended), accepted, not(confirmed)),
      gives: { outcome: "refused", refusal: "member/email-not-confirmed" },
      says: "An e-mail address has to be confirmed once.",
    },
    ...(terms.membership === undefined
      ? []
      : membershipRules(terms.membership, {
          overrides,
          otherwise: all(oldEnough, not(suspended), accepted, confirmed),
        })),
  ]);
}

type Beside = {
  readonly overrides: readonly RuleId[];
  /** Nothing else refuses. */
  readonly otherwise: Condition<AdmissionFacts>;
};

function membershipRules(
  cited: NonNullable<AdmissionTerms["membership"]>,
  { otherwise, overrides }: Beside,
): readonly AdmissionRule[] {
  return [
    {
      ...cited,
      name: "membership-unverified",
      overrides,
      when: all(otherwise, is("membership", "unverified")),
      gives: { outcome: "refused", refusal: "member/membership-unverified" },
      says: "A membership is active from the moment its first payment is verified.",
    },
    {
      ...cited,
      name: "membership-inactive",
      overrides,
      when: all(otherwise, is("membership", "inactive")),
      gives: { outcome: "refused", refusal: "member/membership-inactive" },
      says: "Generating asks for an active membership.",
    },
  ];
}
