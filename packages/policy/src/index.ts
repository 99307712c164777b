export { type AdmissionIntake, answerAdmission } from "./admission/answer-admission.ts";
export { asksForMembership, lapseOfMembership } from "./admission/asks-for-membership.ts";
export type { MembershipFacts } from "./admission/membership.ts";
export { type AdmissionOutcome, type AdmissionQuestion, ruleOnAdmission } from "./admission/rule-on-admission.ts";
export type { Answered, Unanswered } from "./answered.ts";
export type { StrikesLeft } from "./appeals/facts.ts";
export { type AppealOutcome, type AppealQuestion, answerDueAt, ruleOnAppeal } from "./appeals/rule-on-appeal.ts";
export {
  type ReconsiderationOutcome,
  type ReconsiderationQuestion,
  ruleOnReconsideration,
} from "./appeals/rule-on-reconsideration.ts";
export { businessDaysAfter } from "./business-days.ts";
export type { CancellationChannel, SubscriptionState } from "./cancellations/facts.ts";
export {
  type CancellationOutcome,
  type CancellationQuestion,
  ruleOnCancellation,
} from "./cancellations/rule-on-cancellation.ts";
export { civilDateIn, spellDate, spellMoment } from "./civil-date.ts";
export { type Clause, type ClauseId, type LegalDocument, legalDocuments } from "./clause.ts";
export {
  ruleOnSuspensionNotice,
  type SuspensionNoticeOutcome,
  type SuspensionNoticeQuestion,
} from "./closing/rule-on-suspension-notice.ts";
export {
  type ForfeitureOutcome,
  type ForfeitureQuestion,
  ruleOnForfeiture,
  ruleOnTermination,
  type TerminationOutcome,
  type TerminationQuestion,
} from "./closing/rule-on-termination.ts";
export type { PatternSource } from "./conduct/pattern-facts.ts";
export {
  type ConductOutcome,
  type ConductQuestion,
  forbiddenConduct,
  type ResalePermission,
  ruleOnConduct,
} from "./conduct/rule-on-conduct.ts";
export {
  type PatternOutcome,
  type PatternQuestion,
  patternMeasure,
  ruleOnPattern,
} from "./conduct/rule-on-pattern.ts";
export { type Coverage, coverageOf } from "./coverage.ts";
export type { ReturnCause } from "./credit-expiry/facts.ts";
export {
  type CreditExpiryOutcome,
  type CreditExpiryQuestion,
  ruleOnCreditExpiry,
} from "./credit-expiry/rule-on-credit-expiry.ts";
export { type GraceOutcome, type GraceQuestion, ruleOnGrace } from "./credit-expiry/rule-on-grace.ts";
export type { DataRequestKind } from "./data-requests/facts.ts";
export {
  type DataRequestOutcome,
  type DataRequestQuestion,
  ruleOnDataRequest,
} from "./data-requests/rule-on-data-request.ts";
export { ConflictingRules, type Decision, decide, NoRuleApplies } from "./decide.ts";
export { doors } from "./doors.ts";
export { inventoryIn, inventoryOf } from "./inventory/inventory-of.ts";
export { keptDays } from "./inventory/kept-days.ts";
export { entries, technical } from "./inventory/register.ts";
export { type Adapter, registerFaults } from "./inventory/register-faults.ts";
export { statementFaults } from "./inventory/statement-faults.ts";
export { type EarlierSanction, type Gravity, rungs } from "./ladder/facts.ts";
export { type LadderOutcome, type LadderQuestion, ruleOnLadder } from "./ladder/rule-on-ladder.ts";
export { citationIn, citationOf, documentsIn, documentsOf, documentTitles, type LegalPage } from "./legal-pages.ts";
export {
  type LiabilityCapOutcome,
  type LiabilityCapQuestion,
  ruleOnLiabilityCap,
} from "./liability/rule-on-liability-cap.ts";
export { answerOrderRefund, type OrderRefundIntake } from "./order-refunds/answer-order-refund.ts";
export type { DisputeState, RefundRefusal } from "./order-refunds/facts.ts";
export { arrivalWords } from "./order-refunds/refund-words.ts";
export {
  type OrderRefundOutcome,
  type OrderRefundQuestion,
  type Payout,
  type RefundableOrder,
  ruleOnOrderRefund,
  takesMoneyBack,
  withdrawalOf,
} from "./order-refunds/rule-on-order-refund.ts";
export { type WithdrawalWindow, withdrawalWindow } from "./order-refunds/withdrawal-window.ts";
export { documentFaults } from "./packs/document-parts.ts";
export type { TermsPack, TermsVersion } from "./packs/pack.ts";
export { packs } from "./packs/packs.ts";
export type { ChangedPrice, PriceCustomer } from "./price-changes/facts.ts";
export {
  type PriceChangeOutcome,
  type PriceChangeQuestion,
  ruleOnPriceChange,
} from "./price-changes/rule-on-price-change.ts";
export { isStored } from "./replay/ask-again.ts";
export { ladderQuestion as readLadderQuestion } from "./replay/read-conduct-question.ts";
export {
  type FlipExample,
  type FlipGroup,
  type ReplayReport,
  type StoredRuling,
  startReplay,
  type Unreplayed,
} from "./replay/replay.ts";
export type { RetentionSubject } from "./retention/facts.ts";
export { type RetentionOutcome, type RetentionQuestion, ruleOnRetention } from "./retention/rule-on-retention.ts";
export type { CreditState, ReviewDecision } from "./reviews/facts.ts";
export { type LapseOutcome, type LapseQuestion, ruleOnLapsedReview } from "./reviews/rule-on-lapsed-review.ts";
export { type ReviewOutcome, type ReviewQuestion, ruleOnReview } from "./reviews/rule-on-review.ts";
export { type Ruling, viewOf } from "./ruling.ts";
export { ruleOnSanction, type SanctionOutcome, type SanctionQuestion } from "./sanctions/rule-on-sanction.ts";
export { builtInLists } from "./screening/built-in-lists.ts";
export { readWordList, UnusableWordList, withBuiltIn } from "./screening/operator-lists.ts";
export {
  type PromptOutcome,
  type PromptQuestion,
  ruleOnPrompt,
  type ScreenedThing,
} from "./screening/rule-on-prompt.ts";
export { sayHit } from "./screening/say-hit.ts";
export { type Hit, type Screening, screenPrompt, type TermPlace } from "./screening/screen-prompt.ts";
export { type Group, groups, type Term, type WordList, type WordLists } from "./screening/word-lists.ts";
export { ruleOnSettlement, type SettlementOutcome, type SettlementQuestion } from "./settlement/rule-on-settlement.ts";
export { costOfCancelling, type PayLine, whoPays } from "./settlement/who-pays.ts";
export { type Standing, standings } from "./standing.ts";
export {
  ruleOnSupportDeadline,
  type SupportDeadlineOutcome,
  type SupportDeadlineQuestion,
} from "./support/rule-on-support-deadline.ts";
export { federalHolidays } from "./takedowns/federal-holidays.ts";
export type { NoticeElement, NoticeKind } from "./takedowns/notice-facts.ts";
export {
  type CounterNoticeOutcome,
  type CounterNoticeQuestion,
  ruleOnCounterNotice,
} from "./takedowns/rule-on-counter-notice.ts";
export {
  ruleOnTakedownNotice,
  type TakedownNoticeOutcome,
  type TakedownNoticeQuestion,
} from "./takedowns/rule-on-notice.ts";
export type { TermsAcceptanceVerdict } from "./terms-acceptance/facts.ts";
export {
  ruleOnTermsAcceptance,
  type TermsAcceptanceOutcome,
  type TermsAcceptanceQuestion,
} from "./terms-acceptance/rule-on-terms-acceptance.ts";
export {
  ruleOnTermsNotice,
  type TermsNoticeOutcome,
  type TermsNoticeQuestion,
} from "./terms-acceptance/rule-on-terms-notice.ts";
export { announcedTerms, findTerms, publishedTerms, termsInForce, zoneOf } from "./terms-in-force.ts";
export { type ClauseChange, differenceBetween, type TermsDifference, type Weight } from "./versions/difference.ts";
