import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const lossKinds = ["direct", "indirect"] as const;
/** `indirect`: what followed from the loss, such as profit that was not made. */
export type LossKind = (typeof lossKinds)[number];

export type LiabilityCapFacts = {
  readonly loss: LossKind;
  /** Whether the law lets us limit what we owe for it; not for intent, for instance, nor for a person who was hurt. */
  readonly limitable: boolean;
};

/** At most what was paid in so many months before the claim or the event, and never less than a floor in US dollars. */
export type LiabilityCapVerdict =
  | {
      readonly cap: "paid";
      readonly before: "claim" | "event";
      readonly months: number;
      readonly floorDollars: number;
    }
  | { readonly cap: "nothing-owed" }
  | { readonly cap: "none"; readonly why: "law" | "silent" };

export const onLiabilityCap = conditionsOn<LiabilityCapFacts>();

export const lossWords = {
  direct: "the loss is direct",
  indirect: "the loss is indirect",
} as const satisfies Record<LossKind, string>;

export const limitableWords = {
  true: "the law lets us limit what we owe for it",
  false: "the law does not let us limit what we owe for it",
} as const;

export const liabilityCapFamily: Family<LiabilityCapFacts> = {
  name: "liability cap",
  question: "liabilityCap",
  points: () => lossKinds.flatMap((loss) => [true, false].map((limitable) => ({ loss, limitable }))),
  tell: ({ loss, limitable }) => [lossWords[loss], limitableWords[`${limitable}`]],
};
