import type { WebRouter } from "@covenant/api/web-router";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import type { PublicFacts } from "../src/render-public-pages.tsx";
import { dialAs } from "./dial-as.ts";

/** Asks the api, as a visitor at this host would, for all that the storefront's public pages show. */
export async function readPublicFacts(apiUrl: string, host: string): Promise<PublicFacts> {
  const api = createTRPCClient<WebRouter>({ links: [httpBatchLink({ url: `${apiUrl}/trpc`, fetch: dialAs(host) })] });
  const [storefront, documents, inventory, versions, models, plans, packs] = await Promise.all([
    api.terms.storefront.query(),
    api.terms.documents.query(),
    api.terms.inventory.query(),
    api.terms.versions.query(),
    api.models.list.query(),
    api.plans.list.query(),
    api.orders.packs.query(),
  ]);
  const ofVersion = await Promise.all(versions.map((each) => readVersion(api, each)));
  return { storefront, documents, inventory, versions, ofVersion, models, plans, packs };
}

/** Asks for the legal pages of a version, what is stored under it, and what it changes where one went before it. */
async function readVersion(api: TRPCClient<WebRouter>, { version, weight }: PublicFacts["versions"][number]) {
  const [documents, inventory, difference] = await Promise.all([
    api.terms.version.query({ version }),
    api.terms.inventory.query({ version }),
    weight === null ? null : api.terms.difference.query({ version }),
  ]);
  return { version, documents, inventory, difference };
}
