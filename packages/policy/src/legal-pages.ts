import type { ClauseCitation, StorefrontId } from "@covenant/domain";
import { type Clause, type ClauseId, type LegalDocument, legalDocuments, pathOf } from "./clause.ts";
import type { TermsVersion } from "./packs/pack.ts";
import { termsInForce } from "./terms-in-force.ts";

/** A legal page: a document's clauses in order, each with the anchor rulings link to. */
export type LegalPage = {
  readonly document: LegalDocument;
  readonly title: string;
  readonly path: string;
  readonly termsVersion: string;
  readonly clauses: readonly (Clause & { readonly path: string })[];
};

/** What each document is called. */
export const documentTitles = {
  terms: "Terms of service",
  "acceptable-use": "Acceptable use",
  refunds: "Credits and refunds",
  privacy: "Privacy",
  copyright: "Copyright and takedowns",
} as const satisfies Record<LegalDocument, string>;

/** The storefront's legal pages as they stood at an instant. */
export function documentsOf(storefront: StorefrontId, at: Date): readonly LegalPage[] {
  return documentsIn(termsInForce(storefront, at));
}

/** The legal pages of one version, each at an address that stays. */
export function documentsIn(terms: TermsVersion): readonly LegalPage[] {
  return legalDocuments.map((document) => ({
    document,
    title: documentTitles[document],
    path: `/legal/${document}/${terms.version}`,
    termsVersion: terms.version,
    clauses: terms.clauses
      .filter((clause) => clause.document === document)
      .map((clause) => ({ ...clause, path: pathOf(clause, terms.version) })),
  }));
}

/** A clause as it read at an instant. Throws a `RangeError` for an id the terms of that day do not have. */
export function citationOf(id: ClauseId, storefront: StorefrontId, at: Date): ClauseCitation {
  return citationIn(termsInForce(storefront, at), id);
}

/** A clause as one terms version cites it. */
export function citationIn(terms: TermsVersion, id: ClauseId): ClauseCitation {
  const clause = terms.clauseById.get(id);
  if (!clause) throw new RangeError(`${terms.storefront} ${terms.version} has no clause ${id}`);
  const { title, text, source } = clause;
  return { id, title, text, source, termsVersion: terms.version, path: pathOf(clause, terms.version) };
}
