import { conductLabels, type StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { termsInForce } from "../terms-in-force.ts";
import { type PatternSource, type PatternVerdict, patternFamily } from "./pattern-facts.ts";
import type { PatternMeasure } from "./pattern-rules.ts";

export type PatternQuestion = {
  readonly storefront: StorefrontId;
  /** Of the latest attempt: the terms of that day rule. */
  readonly at: Date;
  readonly source: PatternSource;
  /** Attempts within the days of {@link patternMeasure}, the latest included; of strikes, what those that count weigh. */
  readonly count: number;
};

export type PatternOutcome = PatternVerdict;

const asks: Asks<PatternQuestion> = {
  ...placed("when the last attempt was"),
  source: "which attempts they were",
  count: "how many attempts there were",
};

/** Are these attempts a pattern that a person has to look at? It says nothing about guilt. */
export const ruleOnPattern = rulingOn(
  { family: patternFamily, bookIn: ({ pattern }) => pattern, asks },
  ({ source, count }: PatternQuestion, terms): Ruling<PatternOutcome> => {
    const decision = decide(terms.rules.pattern, { source, count });
    const { suspects } = decision.verdict;
    return writeRuling(terms, "conduct", decision, {
      outcome: decision.verdict,
      outcomeName: suspects === null ? "no pattern" : "looked at by a person",
      words: {
        happened:
          suspects === null
            ? "These attempts are no pattern."
            : `A person looks at your account, because there may be ${conductLabels[suspects]}.`,
      },
    });
  },
);

/** From how many attempts, within how many days, the terms of a day see a pattern. */
export function patternMeasure(
  storefront: StorefrontId,
  at: Date,
  source: Exclude<PatternSource, "strikes">,
): PatternMeasure {
  const suspects = source === "blocked" ? "repeated-breaches" : "evasion";
  for (const { gives } of termsInForce(storefront, at).rules.pattern.rules) {
    if (gives.suspects === null || gives.suspects !== suspects || gives.withinDays === null) continue;
    return { atLeast: gives.atLeast, withinDays: gives.withinDays };
  }
  throw new RangeError(`${storefront} has no pattern of ${source} requests`);
}
