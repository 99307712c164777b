import type { Clause, ClauseId } from "../clause.ts";
import type { TermsPack } from "./pack.ts";

/**
 * A sentence or list of the storefront's own documents, by where it stands and in our own words, and the clauses that say
 * it here. One part may be several clauses, and one clause several parts.
 */
export type DocumentPart = {
  readonly at: string;
  readonly says: string;
  /** What these clauses are marked as: `assumed` where the document announces something and does not give it. */
  readonly source: Extract<Clause["source"], "stated" | "assumed">;
  readonly clauses: readonly ClauseId[];
};

type Clauses = readonly [ClauseId, ...ClauseId[]];

/** A part that says what it says: `at("Terms 4", "resale", "MMI-4.5")`. */
export function at(place: string, says: string, ...clauses: Clauses): DocumentPart {
  return { at: place, says, source: "stated", clauses };
}

/** A part that announces something, such as a list that stays open, and leaves it to ordinary practice. */
export function announced(place: string, says: string, ...clauses: Clauses): DocumentPart {
  return { at: place, says, source: "assumed", clauses };
}

/** Parts of the documents that no clause says as they do, and stated clauses that no part of the documents states. */
export function documentFaults({ storefront, documents, versions: [first] }: TermsPack): string[] {
  if (first === undefined) return [`${storefront} has no version`];
  const stated = new Set(documents.flatMap(({ source, clauses }) => (source === "stated" ? clauses : [])));
  return [
    ...documents.flatMap(({ at: place, says, source, clauses }) =>
      clauses
        .filter((id) => first.clauseById.get(id)?.source !== source)
        .map((id) => `${storefront}: ${place} (${says}) wants ${id}, marked as ${source}`),
    ),
    ...first.clauses
      .filter(({ id, source }) => source === "stated" && !stated.has(id))
      .map(({ id }) => `${storefront}: ${id} is marked as stated, and no part of the documents states it`),
  ];
}
