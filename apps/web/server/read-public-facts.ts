import type { WebRouter } from "@covenant/api/web-router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { PublicFacts } from "../src/render-public-pages.tsx";
import { dialAs } from "./dial-as.ts";

/** Asks the api, as a visitor at this host would, for all that the storefront's public pages show. */
export async function readPublicFacts(apiUrl: string, host: string): Promise<PublicFacts> {
  const api = createTRPCClient<WebRouter>({ links: [httpBatchLink({ url: `${apiUrl}/trpc`, fetch: dialAs(host) })] });
  const [storefront, documents, models, plans, packs] = await Promise.all([
    api.terms.storefront.query(),
    api.terms.documents.query(),
    api.models.list.query(),
    api.plans.list.query(),
    api.orders.packs.query(),
  ]);
  return { storefront, documents, models, plans, packs };
}
