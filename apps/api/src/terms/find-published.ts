import { Refusal, type StorefrontId } from "@covenant/domain";
import { publishedTerms, type TermsVersion } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/**
 * A version that anybody may read: earlier, in force, or announced.
 * @throws Refusal "thing/not-found" for a version that is not, or not yet, published.
 */
export function findPublished({ clock }: Pick<Deps, "clock">, storefront: StorefrontId, version: string): TermsVersion {
  const terms = publishedTerms(storefront, clock.now()).find((each) => each.version === version);
  if (terms === undefined) throw new Refusal("thing/not-found", { thing: "terms version" });
  return terms;
}
