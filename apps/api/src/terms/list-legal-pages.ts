import type { LegalPageView, StorefrontId } from "@covenant/domain";
import { documentsIn, type TermsVersion, termsInForce } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { findPublished } from "./find-published.ts";

/** The storefront's legal pages as they stand now: the clauses that rulings are made on, so none says more than it does. */
export function listLegalPages({ clock }: Pick<Deps, "clock">, storefront: StorefrontId): LegalPageView[] {
  return pagesOf(termsInForce(storefront, clock.now()));
}

/**
 * The legal pages of one version, as citations link to them: earlier, in force, or announced.
 * @throws Refusal "thing/not-found" for a version that is not, or not yet, published.
 */
export function listPagesOfVersion(
  deps: Pick<Deps, "clock">,
  storefront: StorefrontId,
  version: string,
): LegalPageView[] {
  return pagesOf(findPublished(deps, storefront, version));
}

function pagesOf(terms: TermsVersion): LegalPageView[] {
  return documentsIn(terms).map(({ clauses, document, title, path, termsVersion }) => ({
    document,
    title,
    path,
    termsVersion,
    clauses: clauses.map(({ id, title, text, source, path, acts, since, until }) => ({
      id,
      title,
      text,
      source,
      termsVersion,
      path,
      acts,
      since,
      until,
    })),
  }));
}
