import { type Clause, type ClauseEntry, type ClauseId, inDocument, isTextOnly, type LegalDocument } from "../clause.ts";
import { differenceBetween } from "../versions/difference.ts";
import { type PackRules, type TermsVersion, termsVersion } from "./pack.ts";

/** Why a change matters to a member, in a sentence; null where the clause is only words. */
type Matters = { readonly matters: string | null };

/** What a new version changes to the one before. Whatever it does not name goes on as it was. */
export type Amendment = {
  /** First civil day of force, which is its name. */
  readonly version: string;
  /** The civil day it is published and members are told. */
  readonly announced: string;
  /** The change in a phrase that can follow a date, for banners and mails. */
  readonly inShort: string;
  readonly changed: readonly (Matters & { readonly clause: ClauseEntry })[];
  readonly added?: readonly (Matters & { readonly clause: ClauseEntry; readonly document: LegalDocument })[];
  readonly removed?: readonly (Matters & { readonly id: ClauseId })[];
  /** The books that follow the changed clauses; the others stay. */
  readonly rules: Partial<PackRules>;
};

/** The version that an amendment makes of another. Throws a `RangeError` where the two do not fit together. */
export function amend(before: TermsVersion, amendment: Amendment): TermsVersion {
  const { added = [], announced, changed, inShort, removed = [], version } = amendment;
  const fates = [...changed.map(({ clause }) => clause.id), ...removed.map(({ id }) => id)];
  const unknown = fates.find((id) => !before.clauseById.has(id));
  if (unknown) throw new RangeError(`${before.storefront} ${version} changes ${unknown}, which is not there`);
  const known = added.find(({ clause }) => before.clauseById.has(clause.id));
  if (known) throw new RangeError(`${before.storefront} ${version} adds ${known.clause.id}, which is there`);
  const entries = new Map(changed.map(({ clause }) => [clause.id, clause]));
  const gone = new Set(removed.map(({ id }) => id));
  const after = termsVersion({
    storefront: before.storefront,
    version,
    announced,
    zone: before.zone,
    clauses: [
      ...before.clauses.filter(({ id }) => !gone.has(id)).map((clause) => reworded(clause, entries, version)),
      ...added.flatMap(({ clause, document }) => inDocument(document, version, [clause])),
    ],
    rules: { ...before.rules, ...amendment.rules },
    news: {
      weight: "editorial",
      inShort,
      matters: new Map(
        [
          ...[...changed, ...added].map(({ clause, matters }) => [clause.id, matters] as const),
          ...removed.map(({ id, matters }) => [id, matters] as const),
        ].filter(isSaid),
      ),
    },
  });
  return { ...after, news: after.news && { ...after.news, weight: differenceBetween(before, after).weight } };
}

function reworded(clause: Clause, entries: ReadonlyMap<ClauseId, ClauseEntry>, since: string): Clause {
  const entry = entries.get(clause.id);
  return entry ? { ...clause, ...entry, acts: !isTextOnly(entry.keptBy), since } : clause;
}

function isSaid(pair: readonly [ClauseId, string | null]): pair is readonly [ClauseId, string] {
  return pair[1] !== null;
}
