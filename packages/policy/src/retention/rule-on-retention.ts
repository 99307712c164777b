import { after, duration, type StorefrontId } from "@covenant/domain";
import { type Asks, counted, deciding, instant, orNone, placed } from "../asks.ts";
import { instantOf, monthsLater, wallClock } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type RetentionSubject, type RetentionVerdict, retentionFamily } from "./facts.ts";

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

const asks: Asks<RetentionQuestion> = {
  ...placed("when it was written"),
  subject: "what is kept",
  createdAt: counted(instant("when it was made")),
  firstDownloadConfirmedAt: counted(orNone(instant("when it was first downloaded"))),
  preservedAt: deciding(orNone(instant("whether the law makes us keep it")), "preservation"),
};

/** Until when is this kept? */
export const ruleOnRetention = rulingOn(
  { family: retentionFamily, bookIn: ({ retention }) => retention, asks },
  (question: RetentionQuestion, terms): Ruling<RetentionOutcome> => {
    const { subject, preservedAt } = question;
    const decision = decide(terms.rules.retention, { subject, preservation: preservedAt ? "standing" : "none" });
    const outcome = outcomeOf(decision.verdict, question, terms.zone);
    return writeRuling(terms, "retention", decision, {
      outcome,
      outcomeName: outcome.preservedUntil ? "preserved" : outcome.keeps ? "kept" : "not kept",
      words: wordsOf(question.subject, decision.verdict),
    });
  },
);

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
