import type { StorefrontId, TermsVersionView } from "@covenant/domain";
import { civilDateIn, publishedTerms, type TermsVersion, termsInForce } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** Every published version of a storefront's terms, the newest first. */
export function listVersions({ clock }: Pick<Deps, "clock">, storefront: StorefrontId): TermsVersionView[] {
  const at = clock.now();
  const inForce = termsInForce(storefront, at);
  const published = publishedTerms(storefront, at);
  return published.map((terms, index) => viewOf(terms, { inForce, next: published[index + 1] ?? null })).toReversed();
}

type Among = { readonly inForce: TermsVersion; readonly next: TermsVersion | null };

function viewOf(terms: TermsVersion, { inForce, next }: Among): TermsVersionView {
  const { version, announcedAt, startsAt, zone, news } = terms;
  return {
    version,
    announcedOn: civilDateIn(announcedAt, zone),
    endsOn: next?.version ?? null,
    state: version === inForce.version ? "in-force" : startsAt > inForce.startsAt ? "announced" : "earlier",
    weight: news?.weight ?? null,
    inShort: news?.inShort ?? null,
  };
}
