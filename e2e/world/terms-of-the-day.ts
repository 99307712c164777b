import type { StorefrontId } from "@covenant/domain";

/** The first day of each storefront's second terms. An installation rules by the real day, so journeys look at it too. */
export const secondTerms = {
  modelmyimage: "2027-02-15",
  apimodels: "2027-03-01",
  "image-ai-run": "2027-03-15",
} as const satisfies Record<StorefrontId, string>;

/** Whether the second terms are still ahead: announced, and ruling nothing yet. */
export function areAhead(storefront: StorefrontId): boolean {
  return Date.now() < Date.parse(`${secondTerms[storefront]}T00:00:00Z`);
}
