import { after, duration, type StorefrontId } from "@covenant/domain";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
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
};

export type RetentionOutcome = {
  /** Null: until the member deletes it or the account ends. */
  readonly keepUntil: Date | null;
  /** False: not kept, only here to be handed over; `keepUntil` then says when it is gone and is never null. */
  readonly keeps: boolean;
};

/** Until when is this kept? A preservation, which is no question of the terms, beats the answer. */
export function ruleOnRetention(question: RetentionQuestion): Ruling<RetentionOutcome> {
  const terms = termsInForce(question.storefront, question.at);
  const decision = decide(terms.rules.retention, { subject: question.subject });
  const outcome = outcomeOf(decision.verdict, question);
  return writeRuling(terms, "retention", decision, {
    outcome,
    outcomeName: outcome.keeps ? "kept" : "not kept",
    words: wordsOf(question.subject, decision.verdict),
  });
}

function outcomeOf(verdict: RetentionVerdict, question: RetentionQuestion): RetentionOutcome {
  const { createdAt, firstDownloadConfirmedAt } = question;
  switch (verdict.stays) {
    case "forMember":
      return { keeps: true, keepUntil: null };
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
    case "forDays":
      return { happened: `${name} is deleted after ${verdict.days} days.` };
    case "forDelivery":
      return {
        happened: `${name} is gone ${verdict.minutesAfterCreation} minutes after it was made, or ${verdict.minutesAfterDownload} minutes after your first download, whichever comes first.`,
      };
  }
}
