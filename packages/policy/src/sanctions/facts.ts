import { categoryLabels, type ViolationCategory, violationCategories } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import { type Standing, standings, standingWords } from "../standing.ts";

export type SanctionFacts = { readonly category: ViolationCategory | null; readonly standing: Standing };

/** A strike as the scale weighs it; `expiresAfterDays` are civil days from the breach. */
export type SanctionVerdict =
  | { readonly strike: "none"; readonly weight: 0; readonly expiresAfterDays: null }
  | { readonly strike: "pending" | "counting"; readonly weight: number; readonly expiresAfterDays: number };

export const onSanction = conditionsOn<SanctionFacts>();

export const sanctionFamily: Family<SanctionFacts> = {
  name: "sanction",
  question: "sanction",
  points: () =>
    [...violationCategories, null].flatMap((category) => standings.map((standing) => ({ category, standing }))),
  tell: ({ category, standing }) => [
    standingWords[standing],
    category === null ? "no category was named" : `it was about ${categoryLabels[category]}`,
  ],
};
