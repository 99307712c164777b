import type { Facts } from "../condition.ts";
import type { PackRules } from "../packs/pack.ts";
import type { RuleBook } from "../rule.ts";
import { termsAcceptanceLaws, termsNoticeLaws } from "./acceptance-laws.ts";
import {
  climbingLaws,
  conductBreachLaws,
  forfeitureLaws,
  giveWayLaws,
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
import { workedLaw } from "./worked-cases.ts";

/** Where a version keeps the book of one family. */
type BookIn<F extends Facts, V> = (rules: PackRules) => RuleBook<F, V>;

/** Does something with the book of each family and the laws above it. */
type Visit<R> = <F extends Facts, V>(bookIn: BookIn<F, V>, laws: readonly Law<F, V>[], family: keyof PackRules) => R;

/** Every family beside its laws and what was worked out for it by hand. */
export function visitFamilies<R>(visit: Visit<R>): readonly R[] {
  const beside = <F extends Facts, V extends object>(
    family: keyof PackRules,
    bookIn: BookIn<F, V>,
    laws: readonly Law<F, V>[],
  ) => visit(bookIn, [...laws, workedLaw<F, V>(family)], family);
  return [
    beside("admission", (rules) => rules.admission, admissionLaws),
    beside("prompt", (rules) => rules.prompt, promptLaws),
    beside("settlement", (rules) => rules.settlement, settlementLaws),
    beside("sanction", (rules) => rules.sanction, sanctionLaws),
    beside("review", (rules) => rules.review, reviewLaws),
    beside("lapse", (rules) => rules.lapse, lapseLaws),
    beside("retention", (rules) => rules.retention, retentionLaws),
    beside("termsAcceptance", (rules) => rules.termsAcceptance, termsAcceptanceLaws),
    beside("termsNotice", (rules) => rules.termsNotice, termsNoticeLaws),
    beside("orderRefund", (rules) => rules.orderRefund, orderRefundLaws),
    beside("cancellation", (rules) => rules.cancellation, cancellationLaws),
    beside("priceChange", (rules) => rules.priceChange, priceChangeLaws),
    beside("creditExpiry", (rules) => rules.creditExpiry, creditExpiryLaws),
    beside("grace", (rules) => rules.grace, graceLaws),
    beside("takedownNotice", (rules) => rules.takedownNotice, takedownNoticeLaws),
    beside("counterNotice", (rules) => rules.counterNotice, counterNoticeLaws),
    beside("dataRequest", (rules) => rules.dataRequest, dataRequestLaws),
    beside("supportDeadline", (rules) => rules.supportDeadline, supportDeadlineLaws),
    beside("liabilityCap", (rules) => rules.liabilityCap, liabilityCapLaws),
    beside("conduct", (rules) => rules.conduct, conductBreachLaws),
    beside("pattern", (rules) => rules.pattern, patternLaws),
    beside("ladder", (rules) => rules.ladder, [...ladderLaws, ...climbingLaws, ...giveWayLaws]),
    beside("appeal", (rules) => rules.appeal, appealLaws),
    beside("reconsideration", (rules) => rules.reconsideration, reconsiderationLaws),
    beside("suspensionNotice", (rules) => rules.suspensionNotice, noticeLaws),
    beside("termination", (rules) => rules.termination, terminationLaws),
    beside("forfeiture", (rules) => rules.forfeiture, forfeitureLaws),
  ];
}
