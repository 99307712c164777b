import type { ViolationCategory } from "@covenant/domain";
import type { Found } from "./find-terms.ts";
import type { Group } from "./word-lists.ts";

/** Two things that are worse together than apart, when they stand close enough. */
type Combination = {
  readonly category: ViolationCategory;
  readonly one: readonly Group[];
  readonly other: readonly Group[];
  /** So many words or fewer lie between their beginnings, whatever stands between them. */
  readonly near: number;
  /** So many or fewer in one sentence, or in the next where that goes on about the same. */
  readonly within: number;
  /** How sure it is when both terms are beyond doubt; the less sure of the two terms lowers it in proportion. */
  readonly score: number;
};

const combinations: readonly Combination[] = [
  {
    category: "child-safety",
    one: ["minor"],
    other: ["sexual", "intimate-imagery", "exposing-verb"],
    near: 12,
    within: 40,
    score: 0.95,
  },
  // Everyday words for adults, in no picture of a child.
  { category: "child-safety", one: ["minor"], other: ["indecent"], near: 5, within: 10, score: 0.95 },
  { category: "child-safety", one: ["minor"], other: ["nakedness"], near: 5, within: 40, score: 0.95 },
  {
    category: "intimate-imagery",
    one: ["real-person"],
    other: ["sexual", "exposing-verb"],
    near: 8,
    within: 20,
    score: 0.95,
  },
  { category: "intimate-imagery", one: ["real-person"], other: ["nakedness"], near: 5, within: 20, score: 0.95 },
  { category: "deepfake", one: ["real-person"], other: ["deceptive-verb"], near: 8, within: 14, score: 0.95 },
  // Art has its nudes, so that a person without clothes is a doubt.
  { category: "sexual", one: ["person"], other: ["nakedness", "exposing-verb"], near: 4, within: 6, score: 0.65 },
  { category: "hate", one: ["protected-group"], other: ["hostility"], near: 4, within: 5, score: 0.95 },
  { category: "violence", one: ["person", "minor", "real-person"], other: ["harm"], near: 4, within: 7, score: 0.65 },
  { category: "violence", one: ["blow"], other: ["flesh"], near: 3, within: 4, score: 0.65 },
  { category: "illegal", one: ["making"], other: ["weapon"], near: 6, within: 6, score: 0.95 },
  // A report or a film names such goods too, so that without an order to make them they are a doubt.
  { category: "illegal", one: ["trade"], other: ["drug"], near: 5, within: 8, score: 0.65 },
  { category: "illegal", one: ["forging"], other: ["document"], near: 6, within: 8, score: 0.65 },
  { category: "infringement", one: ["removal"], other: ["watermark"], near: 5, within: 6, score: 0.95 },
  { category: "infringement", one: ["imitation"], other: ["brand"], near: 3, within: 4, score: 0.95 },
  // A licence may be there, so that goods of a brand are a doubt.
  { category: "infringement", one: ["resale"], other: ["brand"], near: 8, within: 10, score: 0.65 },
];

/** A mild word is as doubtful as others where it stands with what makes it worse. */
const leastInPair = 0.55;

export type Pair = {
  readonly category: ViolationCategory;
  /** Which combination it is: its index here. */
  readonly rule: number;
  readonly score: number;
  readonly parts: readonly [Found, Found];
};

/** The combinations among the terms found in a prompt, in its order. Each term closes one pair a rule at most. */
export function combine(found: readonly Found[], prompt: string): Pair[] {
  if (found.length < 2) return [];
  return combinations.flatMap((combination, rule) => pairsOf(combination, rule, found, prompt));
}

/** Of each side the latest sure and the latest doubtful term are remembered, so that neither hides the other. */
function pairsOf(combination: Combination, rule: number, found: readonly Found[], prompt: string): Pair[] {
  const pairs: Pair[] = [];
  const latest = { one: new Map<boolean, Found>(), other: new Map<boolean, Found>() };
  for (const term of found) {
    const side = sideOf(combination, term.group);
    if (side === null) continue;
    const partners = [...latest[side === "one" ? "other" : "one"].values()].filter((partner) =>
      areTogether(partner, term, combination, prompt),
    );
    const [surest] = partners.sort((a, b) => b.score - a.score || b.at - a.at);
    latest[side].set(term.score >= 0.8, term);
    if (surest === undefined) continue;
    const score = combination.score * Math.max(Math.min(term.score, surest.score), leastInPair);
    pairs.push({ category: combination.category, rule, score, parts: [surest, term] });
  }
  return pairs;
}

const sentenceEnd = /[.!?]\s|[。！？\n]/;
/** What goes on about whoever the sentence before was about. */
const goesOn = /\b(she|he|they|her|him|his|their|subject|same|who|it)\b/i;

function areTogether(one: Found, other: Found, { near, within }: Combination, prompt: string): boolean {
  const distance = other.at - one.at;
  if (distance <= near || distance > within) return distance <= near;
  const between = prompt.slice(one.end, other.start);
  const end = sentenceEnd.exec(between);
  return end === null || isNextSentence(between.slice(end.index + 1));
}

function isNextSentence(rest: string): boolean {
  return !sentenceEnd.test(rest) && goesOn.test(rest);
}

function sideOf({ one, other }: Combination, group: Group): "one" | "other" | null {
  if (one.includes(group)) return "one";
  return other.includes(group) ? "other" : null;
}
