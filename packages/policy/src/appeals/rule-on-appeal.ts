import type { StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { businessDaysAfter } from "../business-days.ts";
import { civilDateIn, daysLater, instantOf, parseCivilDate, spellDate } from "../civil-date.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { appealFamily } from "./facts.ts";

export type AppealQuestion = {
  readonly storefront: StorefrontId;
  /** When the member was told of the decision: the terms of that day rule. */
  readonly at: Date;
  readonly appealed: boolean;
};

export type AppealOutcome =
  /** Until the end of a civil day of the storefront's zone. */
  { readonly appeal: "open"; readonly until: Date; readonly answerDays: number } | { readonly appeal: "used" };

const asks: Asks<AppealQuestion> = {
  ...placed("when the member was told of the decision"),
  appealed: "whether the decision was appealed before",
};

/** Until when can a decision be appealed, and how soon is it answered (Regulation (EU) 2022/2065, art. 20)? */
export const ruleOnAppeal = rulingOn(
  { family: appealFamily, bookIn: ({ appeal }) => appeal, asks },
  ({ at, appealed }: AppealQuestion, terms): Ruling<AppealOutcome> => {
    const decision = decide(terms.rules.appeal, { appealed });
    const { verdict } = decision;
    if (verdict.appeal === "used")
      return writeRuling(terms, "appeal", decision, {
        outcome: verdict,
        outcomeName: "appealed before",
        words: { happened: "This decision was appealed before." },
      });
    const { days, answerDays } = verdict;
    const lastDay = daysLater(parseCivilDate(civilDateIn(at, terms.zone)), days);
    const until = new Date(instantOf(daysLater(lastDay, 1), terms.zone).getTime() - 1);
    return writeRuling(terms, "appeal", decision, {
      outcome: { appeal: "open", until, answerDays },
      outcomeName: "open to appeal",
      words: {
        happened: `You can appeal this until ${spellDate(lastDay.toISOString().slice(0, 10))}.`,
        cost: "It costs nothing.",
      },
    });
  },
);

/** By when an appeal that came in at an instant is to be answered. */
export function answerDueAt(at: Date, answerDays: number, zone: string): Date {
  return businessDaysAfter(at, answerDays, zone);
}
