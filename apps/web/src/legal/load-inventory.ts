import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "../api/trpc.ts";

type LoadContext = { queryClient: QueryClient; api: Api };

/**
 * What is stored, by the rules of one version or of the one in force, and the sections that show it. Only the privacy page has
 * them: the scripts of the other pages are counted without.
 */
export async function loadInventory({ queryClient, api }: LoadContext, version?: string) {
  const [inventory, { DataInventory }] = await Promise.all([
    queryClient.fetchQuery(api.terms.inventory.queryOptions(version === undefined ? undefined : { version })),
    import("./DataInventory.tsx"),
  ]);
  return { inventory, DataInventory };
}
