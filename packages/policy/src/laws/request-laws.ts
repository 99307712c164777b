import type { DataRequestFacts, DataRequestVerdict } from "../data-requests/facts.ts";
import type { LiabilityCapFacts, LiabilityCapVerdict } from "../liability/facts.ts";
import type { TermsVersion } from "../packs/pack.ts";
import type { SupportDeadlineFacts, SupportDeadlineVerdict } from "../support/facts.ts";
import { type CounterNoticeFacts, type CounterNoticeVerdict, counterElements } from "../takedowns/counter-facts.ts";
import { elementsAskedFor, type TakedownNoticeFacts, type TakedownNoticeVerdict } from "../takedowns/notice-facts.ts";
import type { Law } from "./law.ts";

const isComplete = (facts: TakedownNoticeFacts) => elementsAskedFor[facts.kind].every((element) => facts[element]);

export const takedownNoticeLaws: readonly Law<TakedownNoticeFacts, TakedownNoticeVerdict>[] = [
  {
    says: "what a complete notice names goes, and nothing goes on an incomplete one",
    holds: (facts, { action }) => (action === "remove") === (isComplete(facts) && facts.hosting === "kept"),
  },
  {
    says: "of what is not kept nothing else is said, and of what is kept never that it is not",
    holds: ({ material, hosting }, { action }) =>
      (action === "say-not-hosted") === (material && hosting === "not-kept"),
  },
  {
    says: "an intimate picture is gone in 48 hours and stays gone; a copyright notice can be answered",
    holds: ({ kind }, verdict) => {
      if (verdict.action !== "remove") return true;
      return kind === "copyright"
        ? verdict.canBeCountered && verdict.businessDays <= 2
        : !verdict.canBeCountered && verdict.hours === 48;
    },
  },
];

const isCompleteCounter = (facts: CounterNoticeFacts) => counterElements.every((element) => facts[element]);

export const counterNoticeLaws: readonly Law<CounterNoticeFacts, CounterNoticeVerdict>[] = [
  {
    says: "a complete counter-notice brings back what is left, unless the claimant sues; nothing else does",
    holds: (facts, { action }) => {
      const due = facts.kind === "copyright" && isCompleteCounter(facts) && facts.claimant === "silent";
      return (
        (action === "put-back") === (due && facts.copy === "kept") &&
        (action === "clear") === (due && facts.copy === "gone")
      );
    },
  },
  {
    says: "what comes back comes between the 10th and the 14th business day",
    holds: (_, verdict) =>
      !("targetDays" in verdict) ||
      (verdict.earliestDays === 10 && verdict.latestDays === 14 && verdict.targetDays > 10 && verdict.targetDays < 14),
  },
  {
    says: "what stays down does so for a reason that is true, and what is missing is asked for",
    holds: ({ kind, claimant }, verdict) => {
      if (kind === "intimate-imagery") return verdict.action === "stay-down" && verdict.why === "intimate-imagery";
      if (claimant === "sued") return verdict.action === "stay-down" && verdict.why === "sued";
      return verdict.action !== "stay-down";
    },
  },
];

const dueAction = {
  access: "hand-over",
  export: "hand-over",
  correction: "correct",
  objection: "weigh",
  restriction: "restrict",
  deletion: "erase",
  "close-account": "erase",
} as const satisfies Record<DataRequestFacts["request"], DataRequestVerdict["action"]>;

export const dataRequestLaws: readonly Law<DataRequestFacts, DataRequestVerdict>[] = [
  {
    says: "nothing is handed over, changed or erased before we know who asks, and proof is asked of nobody twice",
    holds: ({ identity }, { action }) => (action === "prove-identity") === (identity === "unverified"),
  },
  {
    says: "everybody gets what they ask for; a preservation beats every erasure and touches nothing else",
    holds: ({ request, identity, preservation }, { action }) => {
      if (identity === "unverified") return true;
      const due = dueAction[request];
      return action === (due === "erase" && preservation === "standing" ? "erase-rest" : due);
    },
  },
  {
    says: "an answer takes one month, and only what is complex two more",
    holds: ({ effort }, verdict) =>
      verdict.months === 1 &&
      (verdict.action === "prove-identity" || verdict.extraMonths === (effort === "complex" ? 2 : 0)),
  },
];

export const supportDeadlineLaws: readonly Law<SupportDeadlineFacts, SupportDeadlineVerdict>[] = [
  {
    says: "whichever way a question comes, it is answered as soon",
    holds: (_, verdict, judge) =>
      JSON.stringify(judge({ channel: "mail" })) === JSON.stringify(judge({ channel: "form" })) && verdict.days > 0,
  },
];

const isWritten = ({ clauses }: TermsVersion, words: string) => clauses.some(({ text }) => text.includes(words));

export const liabilityCapLaws: readonly Law<LiabilityCapFacts, LiabilityCapVerdict>[] = [
  {
    says: "what the law does not let anyone limit is owed in full, and the law is named for nothing else",
    holds: ({ limitable }, verdict) => (verdict.cap === "none" && verdict.why === "law") === !limitable,
  },
  {
    says: "nothing is owed for no loss but an indirect one, where a clause says so",
    holds: ({ loss, limitable }, verdict, _, terms) =>
      (verdict.cap === "nothing-owed") ===
      (limitable && loss === "indirect" && isWritten(terms, "nothing for indirect loss")),
  },
  {
    says: "the terms are silent only where they name no cap",
    holds: ({ limitable }, verdict, _, terms) =>
      !limitable || (verdict.cap === "none") === !isWritten(terms, "the twelve months before"),
  },
  {
    says: "a cap counts from what its clause names, and keeps the least that it names",
    holds: (_, verdict, __, terms) =>
      verdict.cap !== "paid" ||
      (isWritten(terms, "months before the event") === (verdict.before === "event") &&
        isWritten(terms, "100 US dollars") === (verdict.floorDollars === 100)),
  },
];
