import type { Clause } from "../clause.ts";
import { prohibitedCategories } from "../screening/facts.ts";
import { type Amendment, amend } from "./amend.ts";
import { type TermsPack, type TermsVersion, termsVersion, type VersionParts } from "./pack.ts";

type PackParts = Pick<TermsPack, "storefront" | "zone" | "documents" | "privacy"> & {
  /** Besides what is forbidden: rude words, where the terms speak of them. */
  readonly screens?: TermsPack["screens"];
  readonly first: Pick<VersionParts, "version" | "clauses" | "rules">;
  /** What each later version changes to the one before, oldest first. */
  readonly amendments: readonly Amendment[];
};

/** Builds a storefront's versions, the first from its clauses and each later one from what it changes. */
export function termsPack({
  storefront,
  zone,
  documents,
  privacy,
  screens = prohibitedCategories,
  first,
  amendments,
}: PackParts): TermsPack {
  const oldest = termsVersion({ ...first, storefront, zone, announced: first.version, news: null });
  const versions = [oldest];
  for (const amendment of amendments) versions.push(amend(versions.at(-1) ?? oldest, amendment));
  return {
    storefront,
    zone,
    documents,
    privacy,
    screens,
    versions: versions.map((terms, index) => ending(terms, versions.slice(index + 1))),
  };
}

/** The version with the day on which the wording of each clause ends, as later versions have it. */
function ending(terms: TermsVersion, later: readonly TermsVersion[]): TermsVersion {
  const endOf = ({ id, since }: Clause) =>
    later.find(({ clauseById }) => clauseById.get(id)?.since !== since)?.version ?? null;
  const clauses = terms.clauses.map((clause) => ({ ...clause, until: endOf(clause) }));
  return { ...terms, clauses, clauseById: new Map(clauses.map((clause) => [clause.id, clause])) };
}
