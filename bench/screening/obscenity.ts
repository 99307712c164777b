import { type ViolationCategory, violationCategories } from "@covenant/domain";
import type { LabelledSet, Listener } from "@covenant/policy/screening-sets";
import { DataSet, englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from "obscenity";

/** Obscenity with the very terms of a set and the transformers it recommends, whole words as we match them. */
export function obscenityListener({ lists }: LabelledSet): Listener {
  const dataset = new DataSet<{ category: ViolationCategory }>();
  for (const category of violationCategories) {
    for (const { phrase } of lists.flatMap(({ terms }) => terms[category] ?? [])) {
      const pattern = parseRawPattern(`|${collapsed(phrase)}|`);
      dataset.addPhrase((builder) => builder.setMetadata({ category }).addPattern(pattern));
    }
  }
  const matcher = new RegExpMatcher({ ...dataset.build(), ...englishRecommendedTransformers });
  return (prompt) =>
    new Set(
      matcher
        .getAllMatches(prompt)
        .flatMap((match) => dataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.category ?? []),
    );
}

/** Its transformers leave no doubled letter but these, so a term must be written without them to be found at all. */
function collapsed(phrase: string): string {
  return phrase.toLowerCase().replace(/([^beolsg])\1+/g, "$1");
}
