export type { MembershipFacts } from "./admission/membership.ts";
export { type AdmissionOutcome, type AdmissionQuestion, ruleOnAdmission } from "./admission/rule-on-admission.ts";
export { businessDaysAfter } from "./business-days.ts";
export type { CancellationChannel, SubscriptionState } from "./cancellations/facts.ts";
export {
  type CancellationOutcome,
  type CancellationQuestion,
  ruleOnCancellation,
} from "./cancellations/rule-on-cancellation.ts";
export { civilDateIn, spellDate } from "./civil-date.ts";
export { type Clause, type ClauseId, type LegalDocument, legalDocuments } from "./clause.ts";
export type { ReturnCause } from "./credit-expiry/facts.ts";
export {
  type CreditExpiryOutcome,
  type CreditExpiryQuestion,
  ruleOnCreditExpiry,
} from "./credit-expiry/rule-on-credit-expiry.ts";
export { type GraceOutcome, type GraceQuestion, ruleOnGrace } from "./credit-expiry/rule-on-grace.ts";
export { ConflictingRules, type Decision, decide, NoRuleApplies } from "./decide.ts";
export { citationOf, documentsOf, type LegalPage } from "./legal-pages.ts";
export type { DisputeState, RefundRefusal } from "./order-refunds/facts.ts";
export {
  type OrderRefundOutcome,
  type OrderRefundQuestion,
  type Payout,
  type RefundableOrder,
  ruleOnOrderRefund,
} from "./order-refunds/rule-on-order-refund.ts";
export { type WithdrawalWindow, withdrawalWindow } from "./order-refunds/withdrawal-window.ts";
export type { TermsPack, TermsVersion } from "./packs/pack.ts";
export type { ChangedPrice, PriceCustomer } from "./price-changes/facts.ts";
export {
  type PriceChangeOutcome,
  type PriceChangeQuestion,
  ruleOnPriceChange,
} from "./price-changes/rule-on-price-change.ts";
export type { RetentionSubject } from "./retention/facts.ts";
export { type RetentionOutcome, type RetentionQuestion, ruleOnRetention } from "./retention/rule-on-retention.ts";
export type { CreditState, ReviewDecision } from "./reviews/facts.ts";
export { type LapseOutcome, type LapseQuestion, ruleOnLapsedReview } from "./reviews/rule-on-lapsed-review.ts";
export { type ReviewOutcome, type ReviewQuestion, ruleOnReview } from "./reviews/rule-on-review.ts";
export { type Ruling, viewOf } from "./ruling.ts";
export { ruleOnSanction, type SanctionOutcome, type SanctionQuestion } from "./sanctions/rule-on-sanction.ts";
export { readWordList, UnusableWordList, withBuiltIn } from "./screening/operator-lists.ts";
export { type PromptOutcome, type PromptQuestion, ruleOnPrompt } from "./screening/rule-on-prompt.ts";
export { type Hit, type Screening, screenPrompt, type TermPlace } from "./screening/screen-prompt.ts";
export { builtInLists, type Term, type WordList, type WordLists } from "./screening/word-lists.ts";
export { ruleOnSettlement, type SettlementOutcome, type SettlementQuestion } from "./settlement/rule-on-settlement.ts";
export { type PayLine, whoPays } from "./settlement/who-pays.ts";
export { type Standing, standings } from "./standing.ts";
export { termsInForce, zoneOf } from "./terms-in-force.ts";
