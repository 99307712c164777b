import { after, duration, type StorefrontId } from "@covenant/domain";
import { instantOf, monthsLater, wallClock } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { termsInForce } from "../terms-in-force.ts";
import type { RetentionSubject, RetentionVerdict } from "./facts.ts";

export type RetentionQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly subject: RetentionSubject;
  readonly createdAt: Date;
  /** When the member's program or browser confirmed the first complete download. */
  readonly firstDownloadConfirmedAt: Date | null;
  /** When the law made us preserve it; null where it does not. */
  readonly preservedAt: Date | null;
};

export type RetentionOutcome = {
  /** Null: until the member deletes it or the account ends. */
  readonly keepUntil: Date | null;
  /** False: not kept, only here to be handed over; `keepUntil` then says when it is gone and is never null. */
  readonly keeps: boolean;
  /** Of a preservation: the first instant at which a person may rule that it ends. */
  readonly preservedUntil?: Date;
};

/** Until when is this kept? */
export function ruleOnRetention(
  question: RetentionQuestion,
  terms: TermsVersion = termsInForce(question.storefront, question.at),
): Ruling<RetentionOutcome> {
  const { subject, preservedAt } = question;
  const decision = decide(terms.rules.retention, { subject, preservation: preservedAt ? "standing" : "none" });
  const outcome = outcomeOf(decision.verdict, question, terms.zone);
  return writeRuling(terms, "retention", decision, {
    outcome,
    outcomeName: outcome.preservedUntil ? "preserved" : outcome.keeps ? "kept" : "not kept",
    words: wordsOf(question.subject, decision.verdict),
  });
}

function outcomeOf(verdict: RetentionVerdict, question: RetentionQuestion, zone: string): RetentionOutcome {
  const { at, createdAt, firstDownloadConfirmedAt, preservedAt } = question;
  switch (verdict.stays) {
    case "forMember":
      return { keeps: true, keepUntil: null };
    case "preserved": {
      const yearsOn = monthsLater(wallClock(preservedAt ?? at, zone), 12 * verdict.years);
      return { keeps: true, keepUntil: null, preservedUntil: instantOf(yearsOn, zone) };
    }
    case "forDays":
      return { keeps: true, keepUntil: after(createdAt, duration.days(verdict.days)) };
    case "forDelivery": {
      const windowEnd = after(createdAt, duration.minutes(verdict.minutesAfterCreation));
      const handedOver = after(firstDownloadConfirmedAt ?? windowEnd, duration.minutes(verdict.minutesAfterDownload));
      return { keeps: false, keepUntil: new Date(Math.min(windowEnd.getTime(), handedOver.getTime())) };
    }
  }
}

const subjectNames = {
  artifact: "A result",
  upload: "A file you upload",
  "history-entry": "An entry of your history",
  prompt: "A prompt",
  "call-record": "The record of a call",
} as const satisfies Record<RetentionSubject, string>;

function wordsOf(subject: RetentionSubject, verdict: RetentionVerdict): MemberWords {
  const name = subjectNames[subject];
  switch (verdict.stays) {
    case "forMember":
      return { happened: `${name} stays until you delete it or your account ends.` };
    case "preserved":
      return { happened: `${name} stays until a person has ruled on it again.` };
    case "forDays":
      return { happened: `${name} is deleted after ${verdict.days} days.` };
    case "forDelivery":
      return {
        happened: `${name} is gone ${verdict.minutesAfterCreation} minutes after it was made, or ${verdict.minutesAfterDownload} minutes after your first download, whichever comes first.`,
      };
  }
}
