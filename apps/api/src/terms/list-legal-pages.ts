import type { LegalPageView, StorefrontId } from "@covenant/domain";
import { documentsOf } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** The storefront's legal pages as they stand now: the clauses that rulings are made on, so none says more than it does. */
export function listLegalPages({ clock }: Pick<Deps, "clock">, storefront: StorefrontId): LegalPageView[] {
  return documentsOf(storefront, clock.now()).map(({ clauses, document, title, path, termsVersion }) => ({
    document,
    title,
    path,
    termsVersion,
    clauses: clauses.map(({ id, title, text, source, path, acts, since }) => ({
      id,
      title,
      text,
      source,
      termsVersion,
      path,
      acts,
      since,
    })),
  }));
}
