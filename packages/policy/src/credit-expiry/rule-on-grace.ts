import { after, duration, type StorefrontId } from "@covenant/domain";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { termsInForce } from "../terms-in-force.ts";
import type { ReturnCause } from "./facts.ts";

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

/** How long can credits be used that come back to a lot whose time is over? */
export function ruleOnGrace(
  { storefront, at, cause, now }: GraceQuestion,
  terms: TermsVersion = termsInForce(storefront, at),
): Ruling<GraceOutcome> {
  const decision = decide(terms.rules.grace, { cause });
  const { days } = decision.verdict;
  return writeRuling(terms, "creditExpiry", decision, {
    outcome: { graceUntil: days === 0 ? null : after(now, duration.days(days)) },
    outcomeName: days === 0 ? "no grace" : "grace",
    words: { happened: "Your credits came back." },
  });
}
