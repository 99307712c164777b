import type { ClauseId } from "../clause.ts";
import type { Condition } from "../condition.ts";
import { type RuleBook, type RuleId, ruleBook } from "../rule.ts";
import {
  elementsAskedFor,
  type NoticeKind,
  onTakedownNotice,
  type TakedownNoticeFacts,
  type TakedownNoticeVerdict,
  takedownNoticeFamily,
} from "./notice-facts.ts";

const { all, is, not } = onTakedownNotice;

/** Days, business days all of them, that a notice takes. The clauses of practice say the same numbers. */
export const noticeDays = { removal: 2, answer: 1, cure: 10 } as const;
/** TAKE IT DOWN Act, section 3(a)(3). By the clock, nights and weekends included. */
const intimateHours = 48;

type TakedownNoticeTerms = {
  /** Says how long each step takes. */
  readonly practice: ClauseId;
  /** The storefront's own clauses on copyright notices. */
  readonly own: readonly ClauseId[];
};

const carriesAll = (kind: NoticeKind): Condition<TakedownNoticeFacts> =>
  all(...elementsAskedFor[kind].map((element) => is(element, true)));

/** What is complete is acted on; what is not is asked to be completed; of what is not kept we say so. */
export function takedownNoticeRules(terms: TakedownNoticeTerms): RuleBook<TakedownNoticeFacts, TakedownNoticeVerdict> {
  const { practice, own } = terms;
  const law = { copyright: "LAW-COPYRIGHT-NOTICE", "intimate-imagery": "LAW-NCII" } as const;
  const general: readonly RuleId[] = [
    `${law.copyright}/complete`,
    `${law.copyright}/incomplete`,
    `${law["intimate-imagery"]}/complete`,
    `${law["intimate-imagery"]}/incomplete`,
  ];
  return ruleBook(takedownNoticeFamily, [
    {
      clause: law.copyright,
      name: "complete",
      readWith: [practice, ...own],
      when: all(is("kind", "copyright"), carriesAll("copyright")),
      gives: { action: "remove", businessDays: noticeDays.removal, canBeCountered: true },
      says: `What a complete copyright notice names is made unavailable without delay, ${noticeDays.removal} business days later at most.`,
    },
    {
      clause: law.copyright,
      name: "incomplete",
      readWith: [practice, ...own],
      when: all(is("kind", "copyright"), not(carriesAll("copyright"))),
      gives: askToComplete,
      says: "A copyright notice that lacks one of its six parts is not acted on yet, and we say what is missing.",
    },
    {
      clause: law["intimate-imagery"],
      name: "complete",
      when: all(is("kind", "intimate-imagery"), carriesAll("intimate-imagery")),
      gives: { action: "remove", hours: intimateHours, canBeCountered: false },
      says: `An intimate picture without consent is removed within ${intimateHours} hours, whoever reports it, and there is no counter-notice.`,
    },
    {
      clause: law["intimate-imagery"],
      name: "incomplete",
      readWith: [practice],
      when: all(is("kind", "intimate-imagery"), not(carriesAll("intimate-imagery"))),
      gives: askToComplete,
      says: "A request that lacks one of its four parts gets an answer that says what is missing.",
    },
    {
      clause: practice,
      name: "not-kept",
      overrides: general,
      when: all(is("material", true), is("hosting", "not-kept")),
      gives: { action: "say-not-hosted", answerDays: noticeDays.answer },
      says: "What we do not keep we cannot remove, and we say so.",
    },
  ]);
}

const askToComplete: TakedownNoticeVerdict = {
  action: "ask-to-complete",
  answerDays: noticeDays.answer,
  cureDays: noticeDays.cure,
};
