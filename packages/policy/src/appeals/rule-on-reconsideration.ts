import type { StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type ReconsiderationVerdict, reconsiderationFamily, type StrikesLeft } from "./facts.ts";

export type ReconsiderationQuestion = {
  readonly storefront: StorefrontId;
  /** When the sanction was imposed: the terms of that day rule. */
  readonly at: Date;
  readonly left: StrikesLeft;
};

export type ReconsiderationOutcome = ReconsiderationVerdict;

const asks: Asks<ReconsiderationQuestion> = {
  ...placed("when the sanction was imposed"),
  left: "whether any strike that it rests on stands",
};

/** What becomes of a sanction when a strike that it rests on turns out void? */
export const ruleOnReconsideration = rulingOn(
  { family: reconsiderationFamily, bookIn: ({ reconsideration }) => reconsideration, asks },
  ({ left }: ReconsiderationQuestion, terms): Ruling<ReconsiderationOutcome> => {
    const decision = decide(terms.rules.reconsideration, { left });
    const ends = decision.verdict.sanction === "ends";
    return writeRuling(terms, "appeal", decision, {
      outcome: decision.verdict,
      outcomeName: ends ? "ends at once" : "judged again",
      words: {
        happened: ends
          ? "Every strike that this decision about your account rested on is void."
          : "A strike that this decision about your account rested on is void, so we judged your account again without it.",
      },
    });
  },
);
