import type { StorefrontId } from "@covenant/domain";
import type { TermsVersion } from "./packs/pack.ts";
import { packs } from "./packs/packs.ts";

/** The terms a fact is judged under: those in force when it happened. Throws a `RangeError` before the first version. */
export function termsInForce(storefront: StorefrontId, at: Date): TermsVersion {
  const found = packs[storefront].versions.findLast((version) => version.startsAt <= at);
  if (!found) throw new RangeError(`${storefront} had no terms at ${at.toISOString()}`);
  return found;
}

/** The next terms that are announced at an instant and not in force yet; null where there are none. */
export function announcedTerms(storefront: StorefrontId, at: Date): TermsVersion | null {
  return packs[storefront].versions.find(({ announcedAt, startsAt }) => announcedAt <= at && at < startsAt) ?? null;
}

/** Every version that is published at an instant, the oldest first: earlier ones, the one in force, announced ones. */
export function publishedTerms(storefront: StorefrontId, at: Date): readonly TermsVersion[] {
  return packs[storefront].versions.filter(({ announcedAt }) => announcedAt <= at);
}

/** A version by its name, such as `2026-05-21`; null where the storefront never had one of that name. */
export function findTerms(storefront: StorefrontId, version: string): TermsVersion | null {
  return packs[storefront].versions.find((terms) => terms.version === version) ?? null;
}

/** The zone a storefront counts its business days in. */
export function zoneOf(storefront: StorefrontId): string {
  return packs[storefront].zone;
}
