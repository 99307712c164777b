import type { Question } from "@covenant/domain";
import { ruleOnAppeal } from "../appeals/rule-on-appeal.ts";
import { ruleOnReconsideration } from "../appeals/rule-on-reconsideration.ts";
import { ruleOnCancellation } from "../cancellations/rule-on-cancellation.ts";
import { ruleOnSuspensionNotice } from "../closing/rule-on-suspension-notice.ts";
import { ruleOnForfeiture, ruleOnTermination } from "../closing/rule-on-termination.ts";
import { ruleOnConduct } from "../conduct/rule-on-conduct.ts";
import { ruleOnPattern } from "../conduct/rule-on-pattern.ts";
import { ruleOnLadder } from "../ladder/rule-on-ladder.ts";
import { ruleOnOrderRefund } from "../order-refunds/rule-on-order-refund.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { ruleOnPriceChange } from "../price-changes/rule-on-price-change.ts";
import { ruleOnRetention } from "../retention/rule-on-retention.ts";
import { ruleOnLapsedReview } from "../reviews/rule-on-lapsed-review.ts";
import { ruleOnReview } from "../reviews/rule-on-review.ts";
import type { Ruling } from "../ruling.ts";
import { ruleOnSanction } from "../sanctions/rule-on-sanction.ts";
import { ruleOnPrompt } from "../screening/rule-on-prompt.ts";
import { ruleOnSettlement } from "../settlement/rule-on-settlement.ts";
import { ruleOnTermsAcceptance } from "../terms-acceptance/rule-on-terms-acceptance.ts";
import { ruleOnTermsNotice } from "../terms-acceptance/rule-on-terms-notice.ts";
import * as readConduct from "./read-conduct-question.ts";
import * as read from "./read-question.ts";

/** A ruling as it would be, and the credits a member has more (or, below zero, fewer) right after it for its sake. */
export type RuledAgain = { readonly ruling: Ruling<unknown>; readonly credits: number };

/**
 * Reads stored facts once, and then rules on them under any terms. `cost`: the credits of the generation they are about, 0
 * where they are about none.
 */
type AskAgain = (facts: unknown, cost: number) => (terms: TermsVersion) => RuledAgain;

const settle: AskAgain = (facts, cost) => {
  const question = read.settlementQuestion(facts, "");
  return (terms) => {
    const ruling = ruleOnSettlement(question, terms);
    const { credits, capturedShare } = ruling.outcome;
    // Credits under review are out of the member's hands as well, only not for good.
    return { ruling, credits: credits === "review" ? -cost : -Math.round((cost * capturedShare) / question.requested) };
  };
};

const appeal: AskAgain = (facts, cost) => {
  const question = read.appealQuestion(facts, "");
  return (terms) => {
    if ("appealed" in question) return { ruling: ruleOnAppeal(question, terms), credits: 0 };
    if ("left" in question) return { ruling: ruleOnReconsideration(question, terms), credits: 0 };
    const ruling = "decision" in question ? ruleOnReview(question, terms) : ruleOnLapsedReview(question, terms);
    const gives = ruling.outcome.credits === "release" || ruling.outcome.credits === "pay-back";
    return { ruling, credits: gives ? cost : 0 };
  };
};

const refund: AskAgain = (facts) => {
  const question = read.orderRefundQuestion(facts, "");
  return (terms) => {
    const ruling = ruleOnOrderRefund(question, terms);
    const { outcome } = ruling;
    if (outcome.kind === "refund") return { ruling, credits: outcome.reclaim === 0 ? 0 : -outcome.reclaim };
    return { ruling, credits: outcome.kind === "goodwill" ? outcome.credits : 0 };
  };
};

const close: AskAgain = (facts) => {
  const question = readConduct.terminationQuestion(facts, "");
  return (terms) => {
    if (!("mayWithdraw" in question)) return { ruling: ruleOnTermination(question, terms), credits: 0 };
    const ruling = ruleOnForfeiture(question, terms);
    const isForfeited = ruling.outcome.credits === "forfeited" && question.unspent > 0;
    return { ruling, credits: isForfeited ? -question.unspent : 0 };
  };
};

/** Rulings that move no credits. */
function withoutCredits<Q>(
  reader: (facts: unknown, path: string) => Q,
  rule: (question: Q, terms: TermsVersion) => Ruling<unknown>,
): AskAgain {
  return (facts) => {
    const question = reader(facts, "");
    return (terms) => ({ ruling: rule(question, terms), credits: 0 });
  };
}

/** Which terms hold is asked of the same two versions as then; other terms only say by which rule. */
const hold = withoutCredits(read.termsQuestion, (question, terms) => {
  if ("acceptedTermsVersion" in question) return ruleOnTermsAcceptance(question, terms);
  const ruling = ruleOnTermsNotice(question, terms);
  if (ruling === null) throw new RangeError("no version was announced at that time");
  return ruling;
});

/** Why a question is not asked again. */
type NotAsked = { readonly why: string };

/** Questions that are answered and never stored. */
const unstored = [
  "admission",
  "creditExpiry",
  "takedownNotice",
  "counterNotice",
  "dataRequest",
  "supportDeadline",
  "liabilityCap",
] as const satisfies readonly Question[];

type StoredQuestion = Exclude<Question, (typeof unstored)[number]>;

/** Each question that rulings are stored on, with how it is asked again. */
const askers: Readonly<Record<StoredQuestion, AskAgain>> = {
  settlement: settle,
  appeal,
  orderRefund: refund,
  termination: close,
  promptScreening: withoutCredits(read.promptQuestion, ruleOnPrompt),
  sanction: withoutCredits(read.sanctionQuestion, ruleOnSanction),
  retention: withoutCredits(read.retentionQuestion, ruleOnRetention),
  cancellation: withoutCredits(read.cancellationQuestion, ruleOnCancellation),
  priceChange: withoutCredits(read.priceChangeQuestion, ruleOnPriceChange),
  conduct: withoutCredits(readConduct.conductQuestion, (question, terms) =>
    "source" in question ? ruleOnPattern(question, terms) : ruleOnConduct(question, terms),
  ),
  ladder: withoutCredits(readConduct.ladderQuestion, ruleOnLadder),
  suspensionNotice: withoutCredits(readConduct.suspensionNoticeQuestion, ruleOnSuspensionNotice),
  termsAcceptance: hold,
};

/** Whether rulings on this question may be stored: a replay knows what to do with them. */
export function isStored(question: string): question is StoredQuestion {
  return Object.hasOwn(askers, question);
}

/** How a question is asked again, or why it is not. */
export function askerOf(question: string): AskAgain | NotAsked {
  return isStored(question) ? askers[question] : { why: "this question cannot be asked again from its stored facts" };
}
