import type { SanctionKind } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const gravities = ["ordinary", "grave", "infringer"] as const;
/** What the decision is about: an ordinary breach, fraud or harm that weighs more, or repeated infringement of copyright. */
export type Gravity = (typeof gravities)[number];

export const earlierSanctions = ["none", "warning", "limit", "suspension"] as const;
/** The severest sanction that the member had before and that was not undone. */
export type EarlierSanction = (typeof earlierSanctions)[number];

export const ladderFindings = ["rule", "suspected", "established"] as const;
/** Who found it: a rule alone, a person who finds good reason to suspect it, or a person who decided that it was so. */
export type LadderFinding = (typeof ladderFindings)[number];

export type LadderFacts = {
  /** Of all strikes that count, the new one included. */
  readonly weight: number;
  readonly gravity: Gravity;
  readonly earlier: EarlierSanction;
  readonly finding: LadderFinding;
};

/** `running`: how many generations may run at once. Days are whole, from the decision. */
export type LadderVerdict =
  | { readonly sanction: "none" | "warning" | "termination" }
  | { readonly sanction: "limit"; readonly days: number; readonly running: number }
  | { readonly sanction: "suspension"; readonly days: number };

export const onLadder = conditionsOn<LadderFacts>();

export const gravityWords = {
  ordinary: "the breach is an ordinary one",
  grave: "the breach weighs heavily",
  infringer: "copyright was infringed again and again",
} as const satisfies Record<Gravity, string>;

export const earlierWords = {
  none: "there was no sanction before",
  warning: "there was a warning before",
  limit: "the account was limited before",
  suspension: "the account was suspended before",
} as const satisfies Record<EarlierSanction, string>;

export const ladderFindingWords = {
  rule: "no person has looked",
  suspected: "a person finds good reason to suspect it",
  established: "a person decided that it was so",
} as const satisfies Record<LadderFinding, string>;

/** One each side of every weight a clause names. */
const weights = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const ladderFamily: Family<LadderFacts> = {
  name: "ladder",
  question: "ladder",
  points: () =>
    weights.flatMap((weight) =>
      gravities.flatMap((gravity) =>
        earlierSanctions.flatMap((earlier) => ladderFindings.map((finding) => ({ weight, gravity, earlier, finding }))),
      ),
    ),
  tell: ({ weight, gravity, earlier, finding }) => [
    `the strikes that count weigh ${weight}`,
    gravityWords[gravity],
    earlierWords[earlier],
    ladderFindingWords[finding],
  ],
};

/** Sanctions and their absence, mildest first. */
export const rungs = ["none", "warning", "limit", "suspension", "termination"] as const satisfies readonly (
  | "none"
  | SanctionKind
)[];
