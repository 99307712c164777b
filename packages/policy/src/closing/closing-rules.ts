import type { ClauseId } from "../clause.ts";
import { type RuleBook, ruleBook } from "../rule.ts";
import {
  type ForfeitureFacts,
  type ForfeitureVerdict,
  forfeitureFamily,
  onForfeiture,
  onTermination,
  type TerminationFacts,
  type TerminationVerdict,
  terminationFamily,
} from "./facts.ts";
import {
  onSuspensionNotice,
  type SuspensionNoticeFacts,
  type SuspensionNoticeVerdict,
  suspensionNoticeFamily,
} from "./notice-facts.ts";

type NoticeTerms = {
  /** Says by which way members are told, and what is left out where telling it would help a further breach. */
  readonly telling: ClauseId;
  /** Where the terms say that a suspension needs no notice before it. */
  readonly suspension?: ClauseId;
};

/** Every restriction comes with its reasons, at the moment it takes effect. */
export function suspensionNoticeRules({
  telling,
  suspension,
}: NoticeTerms): RuleBook<SuspensionNoticeFacts, SuspensionNoticeVerdict> {
  const general = { clause: "LAW-REASONS", name: "told" } as const;
  return ruleBook(suspensionNoticeFamily, [
    {
      ...general,
      readWith: [telling],
      when: onSuspensionNotice.always,
      gives: { told: "with-effect", detail: "whole" },
      says: "Whoever is restricted is told why, at the moment it takes effect.",
    },
    {
      clause: telling,
      name: "outline",
      readWith: ["LAW-REASONS", ...(suspension === undefined ? [] : [suspension])],
      overrides: [`${general.clause}/${general.name}`],
      when: onSuspensionNotice.is("danger", "aids-breach"),
      gives: { told: "with-effect", detail: "outline" },
      says: "The reasons are given, without how it was noticed where saying that would help a further breach.",
    },
  ]);
}

type ClosingTerms = {
  /** Says that an account is closed with notice, and how many days before. */
  readonly notice: { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[]; readonly days: number };
  /** Says when there is none. */
  readonly atOnce: { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[] };
};

/** Notice before an account is closed, but for fraud, a danger to security, and where telling would help a further breach. */
export function terminationRules({ notice, atOnce }: ClosingTerms): RuleBook<TerminationFacts, TerminationVerdict> {
  const { days, ...cited } = notice;
  return ruleBook(terminationFamily, [
    {
      ...cited,
      name: "notice",
      when: onTermination.always,
      gives: { notice: "before", days },
      says: "Before an account is closed its member is told, some days ahead.",
    },
    {
      ...atOnce,
      name: "at-once",
      overrides: [`${cited.clause}/notice`],
      when: onTermination.is("danger", "fraud", "security", "aids-breach"),
      gives: { notice: "none" },
      says: "There is no notice in cases of fraud or a danger to security, or where telling would help a further breach.",
    },
  ]);
}

type ForfeitureTerms = {
  /** Says what becomes of unspent credits when an account is closed. */
  readonly left: ClauseId;
  /** Where the terms take the balance of an account that is closed for how it was used. */
  readonly forfeits?: { readonly clause: ClauseId; readonly readWith: readonly ClauseId[] };
};

/** Unspent credits are not taken, unless a clause of this storefront takes them and no right to withdraw goes before it. */
export function forfeitureRules({ left, forfeits }: ForfeitureTerms): RuleBook<ForfeitureFacts, ForfeitureVerdict> {
  const { all, always, is } = onForfeiture;
  const general = { clause: left, name: "left" } as const;
  return ruleBook(forfeitureFamily, [
    {
      ...general,
      when: always,
      gives: { credits: "left" },
      says: "What was paid for credits that are left goes back on request.",
    },
    ...(forfeits === undefined
      ? []
      : [
          {
            ...forfeits,
            name: "forfeited",
            overrides: [`${left}/left`] as const,
            when: is("ground", "use"),
            gives: { credits: "forfeited" } as const,
            says: "Whoever loses the account for breaking the rules of use again and again loses the credits that are left.",
          },
          {
            clause: "LAW-WITHDRAWAL",
            name: "withdrawal",
            readWith: ["LAW-RIGHTS"],
            overrides: [`${forfeits.clause}/forfeited`] as const,
            when: all(is("ground", "use"), is("mayWithdraw", true)),
            gives: { credits: "left" } as const,
            says: "While a purchase can be withdrawn from, its credits are not taken.",
          },
        ]),
  ]);
}
