import type { Signal } from "@covenant/domain";
import { type Flag, type ProhibitedCategory, type PromptFacts, prohibitedCategories } from "./facts.ts";

/** From here up a voice counts at all. */
export const weakConfidence = 0.5;
/** From here up a voice is sure. */
export const strongConfidence = 0.8;

type CategoryFlag = { readonly flag: Flag; readonly category: ProhibitedCategory };

/**
 * What several voices come to. Two sure voices agree only if they are two sources: one source saying the same thing
 * twice is still one. The firmest category wins, and among equals the worst.
 */
export function weighSignals(signals: readonly Signal[]): PromptFacts {
  const heard = signals.filter((signal) => signal.confidence >= weakConfidence);
  const [first, ...rest] = prohibitedCategories.flatMap((category) => weighCategory(category, heard));
  if (first) return rest.reduce((best, each) => (rankOf(each) > rankOf(best) ? each : best), first);
  if (heard.some((signal) => signal.category === null)) return { flag: "weak", category: null };
  return heard.length > 0 ? { flag: "profanity", category: "profanity" } : { flag: "none", category: null };
}

function weighCategory(category: ProhibitedCategory, heard: readonly Signal[]): CategoryFlag[] {
  const voices = heard.filter((signal) => signal.category === category);
  if (voices.length === 0) return [];
  const sure = new Set(voices.filter((signal) => signal.confidence >= strongConfidence).map(({ source }) => source));
  return [{ category, flag: sure.size >= 2 ? "agreeing" : sure.size === 1 ? "strong" : "weak" }];
}

/** A doubt about a child's safety ranks with a sure voice about anything else, since a person looks at both. */
function rankOf({ flag, category }: CategoryFlag): number {
  if (flag === "agreeing") return 2;
  return flag === "strong" || category === "child-safety" ? 1 : 0;
}
