import type { ConductKind } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const patternSources = ["blocked", "refused", "strikes"] as const;
/** What is counted: requests that were blocked as forbidden, requests that a limit refused, or what the strikes that count weigh. */
export type PatternSource = (typeof patternSources)[number];

export type PatternFacts = { readonly source: PatternSource; readonly count: number };

/** Null: no pattern. Else what it gives reason to look at, from how many, and within how many days where days matter. */
export type PatternVerdict =
  | { readonly suspects: null }
  | { readonly suspects: ConductKind; readonly atLeast: number; readonly withinDays: number | null };

export const onPattern = conditionsOn<PatternFacts>();

export const patternSourceWords = {
  blocked: "the requests were stopped as forbidden",
  refused: "the requests were refused by a limit",
  strikes: "a strike came to count",
} as const satisfies Record<PatternSource, string>;

/** One each side of every number a clause names. */
const counts = [0, 1, 2, 4, 5, 6, 299, 300, 301] as const;

export const patternFamily: Family<PatternFacts> = {
  name: "pattern",
  question: "conduct",
  points: () => patternSources.flatMap((source) => counts.map((count) => ({ source, count }))),
  tell: ({ source, count }) => [
    patternSourceWords[source],
    source === "strikes"
      ? `the strikes that count weigh ${count}`
      : `there were ${count} of them within the time that is looked at`,
  ],
};
