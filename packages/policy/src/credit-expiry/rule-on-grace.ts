import { after, duration, type StorefrontId } from "@covenant/domain";
import { type Asks, counted, instant, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { graceFamily, type ReturnCause } from "./facts.ts";

export type GraceQuestion = {
  readonly storefront: StorefrontId;
  /** When the request was made, or the order paid, whose credits come back: the terms of that day rule. */
  readonly at: Date;
  readonly cause: ReturnCause;
  /** When the credits come back. */
  readonly now: Date;
};

/** Null: credits whose lot ran out meanwhile expire as they come back. A lot that ends later keeps its own end. */
export type GraceOutcome = { readonly graceUntil: Date | null };

const asks: Asks<GraceQuestion> = {
  ...placed("when the credits were spent or paid for"),
  cause: "why the credits come back",
  now: counted(instant("when they come back")),
};

/** How long can credits be used that come back to a lot whose time is over? */
export const ruleOnGrace = rulingOn(
  { family: graceFamily, bookIn: ({ grace }) => grace, asks },
  ({ cause, now }: GraceQuestion, terms): Ruling<GraceOutcome> => {
    const decision = decide(terms.rules.grace, { cause });
    const { days } = decision.verdict;
    return writeRuling(terms, "creditExpiry", decision, {
      outcome: { graceUntil: days === 0 ? null : after(now, duration.days(days)) },
      outcomeName: days === 0 ? "no grace" : "grace",
      words: { happened: "Your credits came back." },
    });
  },
);
