import {
  type DataRequestFacts,
  type DataRequestVerdict,
  effortWords,
  identityWords,
  preservationWords,
  requestWords,
} from "../data-requests/facts.ts";
import { type LiabilityCapFacts, type LiabilityCapVerdict, limitableWords, lossWords } from "../liability/facts.ts";
import { type SupportDeadlineFacts, type SupportDeadlineVerdict, supportChannelWords } from "../support/facts.ts";
import {
  type CounterNoticeFacts,
  type CounterNoticeVerdict,
  claimantWords,
  copyWords,
  counterElementWords,
} from "../takedowns/counter-facts.ts";
import {
  elementWords,
  hostingWords,
  noticeKindWords,
  type TakedownNoticeFacts,
  type TakedownNoticeVerdict,
} from "../takedowns/notice-facts.ts";
import type { FactWords } from "./say-condition.ts";

export const takedownNoticeFacts: FactWords<TakedownNoticeFacts> = {
  kind: noticeKindWords,
  ...elementWords,
  hosting: hostingWords,
};

export function sayTakedownNotice(verdict: TakedownNoticeVerdict): string {
  switch (verdict.action) {
    case "remove":
      return verdict.canBeCountered
        ? `removed within ${verdict.businessDays} business days; a counter-notice can answer`
        : `removed within ${verdict.hours} hours; no counter-notice`;
    case "ask-to-complete":
      return `the sender hears within ${verdict.answerDays} business day what is missing, and has ${verdict.cureDays} to add it`;
    case "say-not-hosted":
      return `the sender hears within ${verdict.answerDays} business day that we do not keep it`;
  }
}

export const counterNoticeFacts: FactWords<CounterNoticeFacts> = {
  kind: noticeKindWords,
  ...counterElementWords,
  claimant: claimantWords,
  copy: copyWords,
};

export function sayCounterNotice(verdict: CounterNoticeVerdict): string {
  switch (verdict.action) {
    case "put-back":
      return `put back between business day ${verdict.earliestDays} and ${verdict.latestDays}, on day ${verdict.targetDays}`;
    case "clear":
      return `the notice stops counting on business day ${verdict.targetDays}`;
    case "ask-to-complete":
      return `the member hears within ${verdict.answerDays} business day what is missing`;
    case "stay-down":
      return verdict.why === "sued" ? "it stays down: the claimant is in court" : "it stays down: nobody consented";
  }
}

export const dataRequestFacts: FactWords<DataRequestFacts> = {
  request: requestWords,
  identity: identityWords,
  preservation: preservationWords,
  effort: effortWords,
};

const actions = {
  "hand-over": "the data is handed over",
  correct: "it is corrected",
  weigh: "a person weighs it",
  restrict: "its use stops",
  erase: "it is erased, but for billing and other records the law keeps",
  "erase-rest": "all but what is preserved and those records is erased",
  "prove-identity": "proof of identity is asked for",
} as const satisfies Record<DataRequestVerdict["action"], string>;

export function sayDataRequest(verdict: DataRequestVerdict): string {
  const more =
    verdict.action === "prove-identity" || verdict.extraMonths === 0 ? "" : `, or ${verdict.extraMonths} more`;
  return `${actions[verdict.action]}; within ${verdict.months} month${more}`;
}

export const supportDeadlineFacts: FactWords<SupportDeadlineFacts> = { channel: supportChannelWords };

export function saySupportDeadline(verdict: SupportDeadlineVerdict): string {
  return verdict.kind === "aim"
    ? `an answer in ${verdict.fromDays} to ${verdict.days} business days is aimed at`
    : `no promise; the house works towards ${verdict.days} business days`;
}

export const liabilityCapFacts: FactWords<LiabilityCapFacts> = { loss: lossWords, limitable: limitableWords };

export function sayLiabilityCap(verdict: LiabilityCapVerdict): string {
  switch (verdict.cap) {
    case "paid": {
      const floor = verdict.floorDollars === 0 ? "" : `, and not less than ${verdict.floorDollars} US dollars`;
      return `at most what was paid in the ${verdict.months} months before the ${verdict.before}${floor}`;
    }
    case "nothing-owed":
      return "nothing is owed";
    case "none":
      return "no cap";
  }
}
