import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { ageOn, civilDateIn } from "../civil-date.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { termsInForce } from "../terms-in-force.ts";
import { digitalConsentAge } from "./digital-consent.ts";
import type { AdmissionFacts } from "./facts.ts";
import { type AdmissionOutcome, type AdmissionState, stateOf, writeAdmission } from "./rule-on-admission.ts";

/** May somebody start anything whose birthday or country may be unknown? */
export type AdmissionIntake = AdmissionState & {
  /** A civil date; null while nobody has asked. */
  readonly bornOn: string | null;
  /** ISO 3166-1 alpha-2; null while nobody has asked. */
  readonly country: string | null;
};

/** Answers where age and country change nothing, and otherwise names which of them it has to know. */
export function answerAdmission(
  intake: AdmissionIntake,
  terms: TermsVersion = termsInForce(intake.storefront, intake.at),
): Answered<AdmissionOutcome> {
  const { bornOn, country, at } = intake;
  const answered = answer(terms.rules.admission, {
    ...stateOf(intake, terms),
    age: bornOn === null ? undefined : ageOn(civilDateIn(at, terms.zone), bornOn),
    consentAge: country === null ? undefined : digitalConsentAge(country),
  });
  if (answered.kind === "needs") return writeNeeds(terms, "admission", answered, asks);
  return { kind: "ruled", ruling: writeAdmission(terms, answered.decision, intake) };
}

const asks: FactAsks<AdmissionFacts> = {
  age: "when the member was born",
  consentAge: "in which country they live",
  suspended: "whether the account is suspended",
  acceptedInForce: "whether the terms in force are accepted",
  emailConfirmed: "whether the address is confirmed",
  membership: "how the membership stands",
};
