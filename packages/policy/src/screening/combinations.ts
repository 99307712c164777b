import type { ViolationCategory } from "@covenant/domain";
import type { Found } from "./find-terms.ts";
import type { Group } from "./word-lists.ts";

/** Two things that are worse together than apart, when so many words or fewer lie between their beginnings. */
type Combination = {
  readonly category: ViolationCategory;
  readonly one: readonly Group[];
  readonly other: readonly Group[];
  readonly within: number;
  /** How sure it is when both terms are beyond doubt; the less sure of the two terms lowers it in proportion. */
  readonly score: number;
};

const combinations: readonly Combination[] = [
  {
    category: "child-safety",
    one: ["minor"],
    other: ["sexual", "intimate-imagery", "exposing-verb"],
    within: 12,
    score: 0.95,
  },
  {
    category: "intimate-imagery",
    one: ["real-person"],
    other: ["sexual", "exposing-verb"],
    within: 8,
    score: 0.95,
  },
  { category: "deepfake", one: ["real-person"], other: ["deceptive-verb"], within: 8, score: 0.95 },
];

export type Pair = {
  readonly category: ViolationCategory;
  /** Which combination it is: its index here. */
  readonly rule: number;
  readonly score: number;
  readonly parts: readonly [Found, Found];
};

/** The combinations among found terms, which come in the order of the prompt. Each term closes one pair a rule at most. */
export function combine(found: readonly Found[]): Pair[] {
  return combinations.flatMap((combination, rule) => pairsOf(combination, rule, found));
}

/** Of each side the latest sure and the latest doubtful term are remembered, so that neither hides the other. */
function pairsOf(combination: Combination, rule: number, found: readonly Found[]): Pair[] {
  const pairs: Pair[] = [];
  const latest = { one: new Map<boolean, Found>(), other: new Map<boolean, Found>() };
  for (const term of found) {
    const side = sideOf(combination, term.group);
    if (side === null) continue;
    const partners = [...latest[side === "one" ? "other" : "one"].values()].filter(
      ({ at }) => term.at - at <= combination.within,
    );
    const [surest] = partners.sort((a, b) => b.score - a.score || b.at - a.at);
    latest[side].set(term.score >= 0.8, term);
    if (surest === undefined) continue;
    const score = combination.score * Math.min(term.score, surest.score);
    pairs.push({ category: combination.category, rule, score, parts: [surest, term] });
  }
  return pairs;
}

function sideOf({ one, other }: Combination, group: Group): "one" | "other" | null {
  if (one.includes(group)) return "one";
  return other.includes(group) ? "other" : null;
}
