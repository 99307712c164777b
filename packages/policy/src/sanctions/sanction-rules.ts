import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { type ProhibitedCategory, prohibitedCategories } from "../screening/facts.ts";
import type { Prohibition } from "../screening/prompt-rules.ts";
import { onSanction, type SanctionFacts, type SanctionVerdict, sanctionFamily } from "./facts.ts";
import type { StrikeScale } from "./strike-scale.ts";

const { all, is, not } = onSanction;

/** Breaches that hurt a person who never took part; they weigh three and last longest. */
const grave: readonly ProhibitedCategory[] = ["child-safety", "intimate-imagery"];

export type SanctionTerms = {
  /** Says that a doubtful flag blames nobody. */
  readonly noBlame: ClauseId;
  /** Says what counts as a suspicion and what as a proof. */
  readonly proof: ClauseId;
  /** Says what strikes weigh and how long they count, as `strikes` does. */
  readonly scale: ClauseId;
  readonly strikes: StrikeScale;
  readonly prohibitions: readonly Prohibition[];
};

/** No strike without a prohibited category; a suspicion is a strike that waits, a proof one that counts. */
export function sanctionRules(terms: SanctionTerms): RuleBook<SanctionFacts, SanctionVerdict> {
  const blamed = all(is("standing", "suspected", "established"), is("category", prohibitedFirst, ...prohibitedRest));
  return ruleBook(sanctionFamily, [
    {
      clause: terms.noBlame,
      name: "no-strike",
      when: not(blamed),
      gives: { strike: "none", weight: 0, expiresAfterDays: null },
      says: "What is doubtful or merely rude is no strike.",
    },
    ...terms.prohibitions.flatMap((prohibition) => [
      ...strikeRules(prohibition, "grave", terms),
      ...strikeRules(prohibition, "ordinary", terms),
    ]),
  ]);
}

const [prohibitedFirst = "child-safety", ...prohibitedRest] = prohibitedCategories;

function strikeRules(
  { clause, categories }: Prohibition,
  gravity: keyof StrikeScale,
  { proof, scale, strikes }: SanctionTerms,
): Rule<SanctionFacts, SanctionVerdict>[] {
  const [first, ...rest] = categories.filter((category) => grave.includes(category) === (gravity === "grave"));
  if (!first) return [];
  const readWith = [scale, proof];
  const within = is("category", first, ...rest);
  return [
    {
      clause,
      name: `pending-${gravity}`,
      readWith,
      when: all(is("standing", "suspected"), within),
      gives: { strike: "pending", ...strikes[gravity] },
      says: "A suspicion is a strike that waits and counts for nothing until a person confirms it.",
    },
    {
      clause,
      name: `counting-${gravity}`,
      readWith,
      when: all(is("standing", "established"), within),
      gives: { strike: "counting", ...strikes[gravity] },
      says: "A proven breach is a strike, and it counts until it expires.",
    },
  ];
}
