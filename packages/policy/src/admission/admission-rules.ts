import type { ClauseId } from "../clause.ts";
import type { Condition } from "../condition.ts";
import { type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { type AdmissionFacts, type AdmissionVerdict, admissionFamily, onAdmission } from "./facts.ts";

const { all, is, not } = onAdmission;

type AdmissionTerms = {
  readonly account: ClauseId;
  readonly age: Pick<Rule<AdmissionFacts, AdmissionVerdict>, "clause" | "readWith" | "says"> & {
    readonly oldEnough: Condition<AdmissionFacts>;
  };
  readonly suspension: ClauseId;
  readonly acceptance: { readonly clause: ClauseId; readonly readWith: readonly ClauseId[] };
  readonly confirmedAddress: ClauseId;
};

/** Whoever has an account is admitted; four exceptions refuse, each only where the one before it does not. */
export function admissionRules(terms: AdmissionTerms): RuleBook<AdmissionFacts, AdmissionVerdict> {
  const { oldEnough, ...age } = terms.age;
  const admitted = { clause: terms.account, name: "admitted" } as const;
  const overrides = [`${admitted.clause}/${admitted.name}`] as const;
  const suspended = is("suspended", true);
  const accepted = is("acceptedInForce", true);
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
      when: all(oldEnough, not(suspended), accepted, is("emailConfirmed", false)),
      gives: { outcome: "refused", refusal: "member/email-not-confirmed" },
      says: "An e-mail address has to be confirmed once.",
    },
  ]);
}
