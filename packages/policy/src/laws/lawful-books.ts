import type { Facts } from "../condition.ts";
import type { PackRules } from "../packs/pack.ts";
import type { RuleBook } from "../rule.ts";
import { termsAcceptanceLaws, termsNoticeLaws } from "./acceptance-laws.ts";
import {
  climbingLaws,
  conductBreachLaws,
  forfeitureLaws,
  ladderLaws,
  noticeLaws,
  patternLaws,
  terminationLaws,
} from "./account-laws.ts";
import { appealLaws, reconsiderationLaws } from "./appeal-laws.ts";
import { admissionLaws, lapseLaws, promptLaws, reviewLaws, sanctionLaws, settlementLaws } from "./conduct-laws.ts";
import type { Law } from "./law.ts";
import { cancellationLaws, creditExpiryLaws, graceLaws, priceChangeLaws } from "./money-laws.ts";
import { orderRefundLaws } from "./refund-laws.ts";
import {
  counterNoticeLaws,
  dataRequestLaws,
  liabilityCapLaws,
  supportDeadlineLaws,
  takedownNoticeLaws,
} from "./request-laws.ts";
import { retentionLaws } from "./retention-laws.ts";

/** Where a version keeps the book of one family. */
type BookIn<F extends Facts, V> = (rules: PackRules) => RuleBook<F, V>;

/** Does something with the book of each family and the laws above it. */
type Visit<R> = <F extends Facts, V>(bookIn: BookIn<F, V>, laws: readonly Law<F, V>[]) => R;

/** Every family beside its laws; one without laws is held against the numbers in its clauses alone. */
export function visitFamilies<R>(visit: Visit<R>): readonly R[] {
  return [
    visit((rules) => rules.admission, admissionLaws),
    visit((rules) => rules.prompt, promptLaws),
    visit((rules) => rules.settlement, settlementLaws),
    visit((rules) => rules.sanction, sanctionLaws),
    visit((rules) => rules.review, reviewLaws),
    visit((rules) => rules.lapse, lapseLaws),
    visit((rules) => rules.retention, retentionLaws),
    visit((rules) => rules.termsAcceptance, termsAcceptanceLaws),
    visit((rules) => rules.termsNotice, termsNoticeLaws),
    visit((rules) => rules.orderRefund, orderRefundLaws),
    visit((rules) => rules.cancellation, cancellationLaws),
    visit((rules) => rules.priceChange, priceChangeLaws),
    visit((rules) => rules.creditExpiry, creditExpiryLaws),
    visit((rules) => rules.grace, graceLaws),
    visit((rules) => rules.takedownNotice, takedownNoticeLaws),
    visit((rules) => rules.counterNotice, counterNoticeLaws),
    visit((rules) => rules.dataRequest, dataRequestLaws),
    visit((rules) => rules.supportDeadline, supportDeadlineLaws),
    visit((rules) => rules.liabilityCap, liabilityCapLaws),
    visit((rules) => rules.conduct, conductBreachLaws),
    visit((rules) => rules.pattern, patternLaws),
    visit((rules) => rules.ladder, [...ladderLaws, ...climbingLaws]),
    visit((rules) => rules.appeal, appealLaws),
    visit((rules) => rules.reconsideration, reconsiderationLaws),
    visit((rules) => rules.suspensionNotice, noticeLaws),
    visit((rules) => rules.termination, terminationLaws),
    visit((rules) => rules.forfeiture, forfeitureLaws),
  ];
}
