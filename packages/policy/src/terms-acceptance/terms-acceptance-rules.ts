import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, ruleBook } from "../rule.ts";
import {
  onTermsAcceptance,
  onTermsNotice,
  type TermsAcceptanceFacts,
  type TermsAcceptanceVerdict,
  type TermsNoticeFacts,
  type TermsNoticeVerdict,
  termsAcceptanceFamily,
  termsNoticeFamily,
} from "./facts.ts";

const { all, is } = onTermsAcceptance;

/** Days between the announcement of a change that matters and the day it binds: ordinary practice. */
export const termsNoticeDays = 30;

type AcceptanceTerms = {
  /** Says that using the service means agreeing. */
  readonly agreed: ClauseId;
  /** Says that terms are ticked when joining. */
  readonly joining: ClauseId;
  /** Says how members learn of a version. */
  readonly notice: ClauseId;
  /** What the documents say about changes of themselves. */
  readonly changes: readonly ClauseId[];
  /** Whether a change that matters is accepted by going on, as one of `changes` then says, or asked for. */
  readonly accepted: "by-use" | "ask";
};

/** What is accepted stands until what applies changes; that is accepted once, in the way the terms say. */
export function termsAcceptanceRules(terms: AcceptanceTerms): RuleBook<TermsAcceptanceFacts, TermsAcceptanceVerdict> {
  return ruleBook(termsAcceptanceFamily, [
    {
      clause: terms.agreed,
      name: "accepted",
      when: is("accepted", "in-force"),
      gives: { acceptance: "stands" },
      says: "Terms that were accepted hold.",
    },
    {
      clause: terms.notice,
      name: "only-words",
      when: all(is("accepted", "earlier"), is("change", "editorial")),
      gives: { acceptance: "stands" },
      says: "A version that changes only words asks nothing of you.",
    },
    changeRule(terms),
    {
      clause: terms.joining,
      name: "never-accepted",
      when: is("accepted", "none"),
      gives: { acceptance: "ask" },
      says: "The terms are accepted before anything is started.",
    },
  ]);
}

function changeRule({
  accepted,
  changes,
  joining,
}: AcceptanceTerms): Rule<TermsAcceptanceFacts, TermsAcceptanceVerdict> {
  const when = all(is("accepted", "earlier"), is("change", "material"));
  const [first = joining, ...others] = changes;
  if (accepted === "ask") {
    return {
      clause: joining,
      name: "changed",
      readWith: changes,
      when,
      gives: { acceptance: "ask" },
      says: "A change that matters is accepted once before anything new is started.",
    };
  }
  return {
    clause: first,
    name: "goes-on",
    readWith: [...others, joining],
    when,
    gives: { acceptance: "by-use" },
    says: "Whoever asks for something new on or after the day of a version accepts it by that.",
  };
}

/** Words are posted; what applies is told, and days before it binds. */
export function termsNoticeRules({
  notice,
  changes,
}: Pick<AcceptanceTerms, "notice" | "changes">): RuleBook<TermsNoticeFacts, TermsNoticeVerdict> {
  return ruleBook(termsNoticeFamily, [
    {
      clause: notice,
      name: "posted",
      when: onTermsNotice.is("change", "editorial"),
      gives: { by: "page", days: 0 },
      says: "A version that changes only words is posted with its day.",
    },
    {
      clause: notice,
      name: "told",
      readWith: changes,
      when: onTermsNotice.is("change", "material"),
      gives: { by: "mail", days: termsNoticeDays },
      says: `A change that matters is told by mail and by a banner, at least ${termsNoticeDays} days before its day.`,
    },
  ]);
}
