import type { StorefrontId } from "@covenant/domain";
import { apimodels } from "./apimodels/storefront.ts";
import { imageAiRun } from "./image-ai-run/storefront.ts";
import { modelMyImage } from "./modelmyimage/storefront.ts";
import type { Storefront } from "./storefront.ts";

export { creditWorthMicroUsd } from "./credit-worth.ts";
export { offersOf, sellsKeys } from "./offers-of.ts";
export type { DeliveryWindow, Pack, Plan, Storefront } from "./storefront.ts";

/** Every storefront of this deployment. */
export const storefronts: Readonly<Record<StorefrontId, Storefront>> = {
  modelmyimage: modelMyImage,
  apimodels,
  "image-ai-run": imageAiRun,
};

const byHost: ReadonlyMap<string, Storefront> = new Map(
  Object.values(storefronts).map((storefront) => [storefront.host, storefront]),
);

/**
 * The storefront that answers at a `Host` header, with or without a port; null for any other host, such as plain
 * `localhost:4100`. Exact names only: matching by suffix would let a stranger's subdomain speak for a storefront.
 */
export function storefrontOfHost(host: string): Storefront | null {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/:\d{1,5}$/, "")
    .replace(/\.$/, "");
  return byHost.get(name) ?? null;
}
