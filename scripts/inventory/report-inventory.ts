import type { InventoryView, StorefrontId } from "@covenant/domain";
import { inventoryIn, packs, registerFaults, statementFaults } from "@covenant/policy";
import { offersOf, storefronts } from "@covenant/storefronts";
import { findAdapters } from "./find-adapters.ts";
import { findColumns } from "./find-columns.ts";

/** What one terms version of a storefront stores and who receives it, and where its clauses disagree with that. */
export type VersionInventory = InventoryView & {
  readonly storefront: StorefrontId;
  readonly version: string;
  readonly faults: readonly string[];
};

/** The register against the program, and against every version of every storefront's clauses. */
export type InventoryReport = { readonly versions: readonly VersionInventory[]; readonly faults: readonly string[] };

/** Looks through schema, migrations, sources and packs. Needs no database. */
export async function reportInventory(): Promise<InventoryReport> {
  return {
    versions: versionInventories(),
    faults: registerFaults({ columns: await findColumns(), adapters: findAdapters() }),
  };
}

/** What each version of each storefront's terms makes of the register. */
export function versionInventories(): VersionInventory[] {
  return Object.values(packs).flatMap((pack) => pack.versions.map((terms) => versionInventory(pack, terms)));
}

type Pack = (typeof packs)[keyof typeof packs];

function versionInventory({ storefront, privacy }: Pack, terms: Pack["versions"][number]): VersionInventory {
  const shop = { terms, privacy, offers: offersOf(storefronts[storefront], storefronts[storefront].models) };
  const faults = statementFaults(shop);
  const empty = { stored: [], records: [], recipients: [] };
  return { storefront, version: terms.version, ...(faults.length === 0 ? inventoryIn(shop) : empty), faults };
}
