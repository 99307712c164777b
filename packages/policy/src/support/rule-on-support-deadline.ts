import type { StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { businessDaysAfter } from "../business-days.ts";
import { civilDateIn, spellDate } from "../civil-date.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type SupportChannel, supportDeadlineFamily } from "./facts.ts";

export type SupportDeadlineQuestion = {
  readonly storefront: StorefrontId;
  /** When the question arrived: the terms of that day rule. */
  readonly at: Date;
  readonly channel: SupportChannel;
};

export type SupportDeadlineOutcome = {
  /** Whether the terms say so, or the house alone does. */
  readonly isAimOfTerms: boolean;
  /** The last instant of the span that is aimed at, counted in business days of the storefront's zone. */
  readonly answerBy: Date;
};

const asks: Asks<SupportDeadlineQuestion> = {
  ...placed("when the question arrived"),
  channel: "how it reached support",
};

/** By when does support mean to answer? */
export const ruleOnSupportDeadline = rulingOn(
  { family: supportDeadlineFamily, bookIn: ({ supportDeadline }) => supportDeadline, asks },
  (question: SupportDeadlineQuestion, terms): Ruling<SupportDeadlineOutcome> => {
    const decision = decide(terms.rules.supportDeadline, { channel: question.channel });
    const { kind, days } = decision.verdict;
    const answerBy = businessDaysAfter(question.at, days, terms.zone);
    const day = spellDate(civilDateIn(answerBy, terms.zone));
    return writeRuling(terms, "supportDeadline", decision, {
      outcome: { isAimOfTerms: kind === "aim", answerBy },
      outcomeName: kind === "aim" ? "aimed at" : "house target",
      words: {
        happened: "Your question reached support.",
        next: kind === "aim" ? `That is ${day} at the latest.` : `That would be ${day}, and it is no promise.`,
      },
    });
  },
);
