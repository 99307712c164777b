import { endReasons, type LotSource, lotSources } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import { endWords } from "../settlement/facts.ts";

export type CreditExpiryFacts = {
  readonly source: LotSource;
  /** Whether the credits were sold or given with a number of days. */
  readonly hasTerm: boolean;
};

/** Until when a lot can be used: for good, for the days it was sold or given with, or as its plan says. */
export type CreditExpiryVerdict = { readonly ends: "never" | "with-term" | "with-plan" };

export const onCreditExpiry = conditionsOn<CreditExpiryFacts>();

/** Only packs and bonuses come with days of their own; a subscription's credits have their plan, and goodwill has no end. */
export function canHaveTerm(source: LotSource): boolean {
  return source === "pack" || source === "bonus";
}

export const sourceWords = {
  pack: "the credits were bought as a pack",
  subscription: "the credits came with a subscription",
  bonus: "the credits were a bonus",
  goodwill: "the credits were given to make up for something",
} as const satisfies Record<LotSource, string>;

export const creditExpiryFamily: Family<CreditExpiryFacts> = {
  name: "credit expiry",
  question: "creditExpiry",
  points: () =>
    lotSources.flatMap((source) =>
      (canHaveTerm(source) ? [true, false] : [false]).map((hasTerm) => ({ source, hasTerm })),
    ),
  tell: ({ source, hasTerm }) => [
    sourceWords[source],
    hasTerm ? "a number of days came with them" : "no days were named",
  ],
};

export const returnCauses = [
  ...endReasons,
  "review-ended",
  "decision-overturned",
  "refund-failed",
  "dispute-won",
] as const;
/** Why credits come back to their lot: how their generation ended, or what else set them free. */
export type ReturnCause = (typeof returnCauses)[number];

export type GraceFacts = { readonly cause: ReturnCause };

/** How many days credits stay usable that come back to a lot whose time ran out meanwhile. */
export type GraceVerdict = { readonly days: number };

export const onGrace = conditionsOn<GraceFacts>();

export const causeWords = {
  ...endWords,
  delivered: "the request took fewer credits than were set aside",
  "review-ended": "the credits had waited for a person",
  "decision-overturned": "a decision was undone",
  "refund-failed": "the money of a refund could not be sent",
  "dispute-won": "the bank left the payment with us",
} as const satisfies Record<ReturnCause, string>;

export const graceFamily: Family<GraceFacts> = {
  name: "grace",
  question: "creditExpiry",
  points: () => returnCauses.map((cause) => ({ cause })),
  tell: ({ cause }) => [causeWords[cause]],
};
