import type { StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type LapseVerdict, lapseFamily } from "./facts.ts";

export type LapseQuestion = {
  readonly storefront: StorefrontId;
  /** When the request was made: the terms of that day promised how long a review takes. */
  readonly at: Date;
};

export type LapseOutcome = LapseVerdict;

const asks: Asks<LapseQuestion> = {
  ...placed("when the request was made", "decided"),
};

/** What happens to held credits when the days of a review are over and nobody has decided. */
export const ruleOnLapsedReview = rulingOn(
  { family: lapseFamily, bookIn: ({ lapse }) => lapse, asks },
  (_question: LapseQuestion, terms): Ruling<LapseOutcome> => {
    const decision = decide(terms.rules.lapse, { decided: false });
    return writeRuling(terms, "appeal", decision, {
      outcome: decision.verdict,
      outcomeName: "released",
      words: {
        happened: "Nobody decided about your request in time.",
        cost: "The credits come back at once, so this costs nothing.",
        next: "A person may still look at the request, but not at the expense of your credits.",
      },
    });
  },
);
