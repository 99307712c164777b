import type { PackRules } from "./packs/pack.ts";

/**
 * By which functions of this package each question is asked. `policy:coverage` looks who outside calls one: a question that
 * nobody asks is ruled and executed by nothing. A new family that is missing here does not compile.
 */
export const doors: Readonly<Record<keyof PackRules, readonly [string, ...string[]]>> = {
  admission: ["ruleOnAdmission", "answerAdmission"],
  prompt: ["ruleOnPrompt"],
  settlement: ["ruleOnSettlement", "whoPays"],
  sanction: ["ruleOnSanction"],
  review: ["ruleOnReview"],
  lapse: ["ruleOnLapsedReview"],
  retention: ["ruleOnRetention"],
  termsAcceptance: ["ruleOnTermsAcceptance"],
  termsNotice: ["ruleOnTermsNotice"],
  orderRefund: ["ruleOnOrderRefund", "answerOrderRefund"],
  cancellation: ["ruleOnCancellation"],
  priceChange: ["ruleOnPriceChange"],
  creditExpiry: ["ruleOnCreditExpiry"],
  grace: ["ruleOnGrace"],
  takedownNotice: ["ruleOnTakedownNotice"],
  counterNotice: ["ruleOnCounterNotice"],
  dataRequest: ["ruleOnDataRequest"],
  supportDeadline: ["ruleOnSupportDeadline"],
  liabilityCap: ["ruleOnLiabilityCap"],
  conduct: ["ruleOnConduct"],
  pattern: ["ruleOnPattern"],
  ladder: ["ruleOnLadder"],
  appeal: ["ruleOnAppeal"],
  reconsideration: ["ruleOnReconsideration"],
  suspensionNotice: ["ruleOnSuspensionNotice"],
  termination: ["ruleOnTermination"],
  forfeiture: ["ruleOnForfeiture"],
};
