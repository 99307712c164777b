import type { StorefrontId } from "@covenant/domain";
import type { TermsVersion } from "./packs/pack.ts";
import { packs } from "./packs/packs.ts";

/** The terms a fact is judged under: those in force when it happened. Throws a `RangeError` before the first version. */
export function termsInForce(storefront: StorefrontId, at: Date): TermsVersion {
  const found = packs[storefront].versions.findLast((version) => version.startsAt <= at);
  if (!found) throw new RangeError(`${storefront} had no terms at ${at.toISOString()}`);
  return found;
}

/** The zone a storefront counts its business days in. */
export function zoneOf(storefront: StorefrontId): string {
  return packs[storefront].zone;
}
