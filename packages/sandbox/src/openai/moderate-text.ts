/** The thirteen categories of omni-moderation (https://platform.openai.com/docs/guides/moderation). */
export const moderationCategories = [
  "harassment",
  "harassment/threatening",
  "hate",
  "hate/threatening",
  "illicit",
  "illicit/violent",
  "self-harm",
  "self-harm/intent",
  "self-harm/instructions",
  "sexual",
  "sexual/minors",
  "violence",
  "violence/graphic",
] as const;
export type ModerationCategory = (typeof moderationCategories)[number];

/** Whole words that flag a text. Blunt on purpose: a stand-in for a judgement, not a judgement. */
const words: readonly { category: ModerationCategory; pattern: RegExp }[] = [
  { category: "sexual", pattern: /\b(nude|nudity|naked|nsfw|porn|pornographic|standin-sexual)\b/i },
  { category: "sexual/minors", pattern: /\bstandin-child-safety\b/i },
  { category: "hate", pattern: /\bstandin-hate\b/i },
  { category: "harassment", pattern: /\bstandin-harassment\b/i },
  { category: "violence/graphic", pattern: /\b(gore|gory|standin-violence)\b/i },
  { category: "illicit", pattern: /\bstandin-illegal\b/i },
];

export type ModerationResult = {
  flagged: boolean;
  categories: Record<string, boolean>;
  category_scores: Record<string, number>;
  category_applied_input_types: Record<string, string[]>;
};

const flaggedScore = 0.95;
const quietScore = 0.000_1;

/** The categories a text is flagged for by its words. */
export function categoriesOf(text: string): Set<ModerationCategory> {
  return new Set(words.filter(({ pattern }) => pattern.test(text)).map(({ category }) => category));
}

/** One entry of `results`: 0.95 for what was flagged, next to nothing for the rest. */
export function moderationResult(flagged: ReadonlySet<ModerationCategory>): ModerationResult {
  const by = <T>(value: (category: ModerationCategory) => T) =>
    Object.fromEntries(moderationCategories.map((category) => [category, value(category)]));
  return {
    flagged: flagged.size > 0,
    categories: by((category) => flagged.has(category)),
    category_scores: by((category) => (flagged.has(category) ? flaggedScore : quietScore)),
    category_applied_input_types: by((category) => (flagged.has(category) ? ["text"] : [])),
  };
}
