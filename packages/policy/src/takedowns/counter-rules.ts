import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import {
  type CounterNoticeFacts,
  type CounterNoticeVerdict,
  counterElements,
  counterNoticeFamily,
  onCounterNotice,
} from "./counter-facts.ts";
import { noticeDays } from "./notice-rules.ts";

const { all, is, not } = onCounterNotice;

/** 17 U.S.C. 512(g)(2)(C): not less than 10, nor more than 14, business days; we aim at the one in between. */
export const putBackDays = { earliestDays: 10, targetDays: 12, latestDays: 14 } as const;

/** A complete counter-notice puts back what a copyright notice took down, unless its sender goes to court. */
export function counterNoticeRules(practice: ClauseId): RuleBook<CounterNoticeFacts, CounterNoticeVerdict> {
  const clause = "LAW-COUNTER-NOTICE";
  const complete = all(...counterElements.map((element) => is(element, true)));
  const copyright = is("kind", "copyright");
  return ruleBook(counterNoticeFamily, [
    {
      clause,
      name: "put-back",
      readWith: [practice],
      when: all(copyright, complete),
      gives: { action: "put-back", ...putBackDays },
      says: `What was taken down comes back between ${putBackDays.earliestDays} and ${putBackDays.latestDays} business days after a complete counter-notice, unless the claimant goes to court.`,
    },
    {
      clause,
      name: "nothing-left",
      readWith: [practice],
      overrides: [`${clause}/put-back`],
      when: all(copyright, complete, is("copy", "gone")),
      gives: { action: "clear", ...putBackDays },
      says: "Where no copy is left, nothing can be put back, and the notice stops counting on the same day.",
    },
    {
      clause,
      name: "incomplete",
      readWith: [practice],
      when: all(copyright, not(complete)),
      gives: { action: "ask-to-complete", answerDays: noticeDays.answer },
      says: "A counter-notice that lacks one of its four parts is not acted on yet, and we say what is missing.",
    },
    {
      clause,
      name: "in-court",
      overrides: [`${clause}/put-back`, `${clause}/nothing-left`, `${clause}/incomplete`],
      when: all(copyright, is("claimant", "sued")),
      gives: { action: "stay-down", why: "sued" },
      says: "While the claimant is in court, what was taken down stays down.",
    },
    {
      clause: "LAW-NCII",
      name: "no-counter",
      when: is("kind", "intimate-imagery"),
      gives: { action: "stay-down", why: "intimate-imagery" },
      says: "An intimate picture that was removed because nobody consented does not come back by a counter-notice.",
    },
  ]);
}
