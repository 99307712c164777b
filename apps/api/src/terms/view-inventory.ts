import type { InventoryView, StorefrontId } from "@covenant/domain";
import { inventoryOf, termsInForce } from "@covenant/policy";
import { offersOf, storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { findPublished } from "./find-published.ts";

/**
 * What a storefront stores and who receives it, under one version of its terms, or those in force now, and with the models
 * on sale now: a row that brings in another maker is told of on the privacy page at once.
 * @throws Refusal "thing/not-found" for a version that is not, or not yet, published.
 */
export async function viewInventory(
  { db, clock }: Pick<Deps, "db" | "clock">,
  storefront: StorefrontId,
  version?: string,
): Promise<InventoryView> {
  const terms =
    version === undefined ? termsInForce(storefront, clock.now()) : findPublished({ clock }, storefront, version);
  const models = await db.rows.model.findMany({
    where: { storefront, enabled: true },
    select: {
      maker: true,
      routes: { where: { enabled: true }, select: { provider: true, noStore: true, operation: true } },
    },
  });
  return inventoryOf(terms, offersOf(storefronts[storefront], models));
}
