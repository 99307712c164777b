import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import {
  onSupportDeadline,
  type SupportDeadlineFacts,
  type SupportDeadlineVerdict,
  supportDeadlineFamily,
} from "./facts.ts";

type SupportBook = RuleBook<SupportDeadlineFacts, SupportDeadlineVerdict>;

/** Business days in which support means to answer, at the most. */
const supportDays = 3;

/** The terms aim at an answer within one to three business days. `form` says that a form is read as a mail. */
export function supportAim(clause: ClauseId, form: ClauseId): SupportBook {
  const gives = { kind: "aim", fromDays: 1, days: supportDays } as const;
  const says = "We aim to answer within one to three business days.";
  const { is } = onSupportDeadline;
  return ruleBook(supportDeadlineFamily, [
    { clause, name: "mail", when: is("channel", "mail"), gives, says },
    { clause: form, name: "form", readWith: [clause], when: is("channel", "form"), gives, says },
  ]);
}

/** The terms name no time: a goal of the house, and said to be no more. */
export function supportTarget(clause: ClauseId): SupportBook {
  return ruleBook(supportDeadlineFamily, [
    {
      clause,
      name: "target",
      when: onSupportDeadline.always,
      gives: { kind: "house-target", days: supportDays },
      says: "The terms promise no time for an answer, and we work towards three business days.",
    },
  ]);
}
