import type { StorefrontId } from "@covenant/domain";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { termsInForce } from "../terms-in-force.ts";
import type { LapseVerdict } from "./facts.ts";

export type LapseQuestion = {
  readonly storefront: StorefrontId;
  /** When the request was made: the terms of that day promised how long a review takes. */
  readonly at: Date;
};

export type LapseOutcome = LapseVerdict;

/** What happens to held credits when the days of a review are over and nobody has decided. */
export function ruleOnLapsedReview(
  { storefront, at }: LapseQuestion,
  terms: TermsVersion = termsInForce(storefront, at),
): Ruling<LapseOutcome> {
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
}
