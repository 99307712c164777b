import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { ageOn, civilDateIn } from "../civil-date.ts";
import { answeringOn } from "../ruling-on.ts";
import { digitalConsentAge } from "./digital-consent.ts";
import { type AdmissionFacts, admissionFamily } from "./facts.ts";
import { type AdmissionOutcome, type AdmissionState, stateAsks, stateOf, writeAdmission } from "./rule-on-admission.ts";

/** May somebody start anything whose birthday or country may be unknown? */
export type AdmissionIntake = AdmissionState & {
  /** A civil date; left out, or null, while nobody has asked. */
  readonly bornOn?: string | null | undefined;
  /** ISO 3166-1 alpha-2; left out, or null, while nobody has asked. */
  readonly country?: string | null | undefined;
};

/** Answers where age and country change nothing, and otherwise names which of them it has to know. */
export const answerAdmission = answeringOn(
  { family: admissionFamily, bookIn: ({ admission }) => admission, asks: stateAsks },
  (intake: AdmissionIntake, terms): Answered<AdmissionOutcome> => {
    const { bornOn = null, country = null, at } = intake;
    const answered = answer(terms.rules.admission, {
      ...stateOf(intake, terms),
      age: bornOn === null ? undefined : ageOn(civilDateIn(at, terms.zone), bornOn),
      consentAge: country === null ? undefined : digitalConsentAge(country),
    });
    if (answered.kind === "needs") return writeNeeds(terms, "admission", answered, openAsks);
    return { kind: "ruled", ruling: writeAdmission(terms, answered.decision, intake) };
  },
);

const openAsks: FactAsks<AdmissionFacts> = {
  age: "when the member was born",
  consentAge: "in which country they live",
  suspended: "whether the account is suspended",
  acceptedInForce: "whether the terms in force are accepted",
  emailConfirmed: "whether the address is confirmed",
  membership: "how the membership stands",
};
