import { type ConductKind, type Danger, dangers } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import { dangerWords } from "./notice-facts.ts";

export type TerminationFacts = { readonly danger: Danger };

/** Whole days between the notice and the day the account is closed. */
export type TerminationVerdict = { readonly notice: "before"; readonly days: number } | { readonly notice: "none" };

export const onTermination = conditionsOn<TerminationFacts>();

export const terminationFamily: Family<TerminationFacts> = {
  name: "termination",
  question: "termination",
  points: () => dangers.map((danger) => ({ danger })),
  tell: ({ danger }) => [dangerWords[danger]],
};

export const closingGrounds = ["use", "account", "infringement"] as const;
/** Why an account is closed: for what was made or tried with it, for how it was held, or for repeated infringement. */
export type ClosingGround = (typeof closingGrounds)[number];

export type ForfeitureFacts = {
  readonly ground: ClosingGround;
  /** Whether the member may still withdraw from a purchase of which credits are unspent. */
  readonly mayWithdraw: boolean;
};

/** `left`: the unspent credits are not taken, and what was paid for them can be asked for. */
export type ForfeitureVerdict = { readonly credits: "forfeited" | "left" };

export const onForfeiture = conditionsOn<ForfeitureFacts>();

export const groundWordsOfClosing = {
  use: "it is closed for what was tried with it",
  account: "it is closed for how it was held",
  infringement: "it is closed for repeated infringement",
} as const satisfies Record<ClosingGround, string>;

export const forfeitureFamily: Family<ForfeitureFacts> = {
  name: "forfeiture",
  question: "termination",
  points: () => closingGrounds.flatMap((ground) => [true, false].map((mayWithdraw) => ({ ground, mayWithdraw }))),
  tell: ({ ground, mayWithdraw }) => [
    groundWordsOfClosing[ground],
    mayWithdraw
      ? "the member may still withdraw from a purchase"
      : "the member may not withdraw from a purchase any more",
  ],
};

/** What an account was closed for, as the forfeiture clauses tell grounds apart. */
export const groundOf = {
  evasion: "account",
  "reverse-engineering": "account",
  resale: "account",
  "shared-key": "account",
  "leaked-key": "account",
  "false-details": "account",
  "safety-circumvention": "use",
  "upstream-policy": "use",
  fraud: "use",
  malware: "use",
  "repeated-breaches": "use",
  "repeat-infringement": "infringement",
  strikes: "use",
} as const satisfies Record<ConductKind, ClosingGround>;
