import type {
  InventoryView,
  LegalPageView,
  ModelView,
  PackView,
  PlanView,
  StorefrontView,
  TermsDifferenceView,
  TermsVersionView,
} from "@covenant/domain";
import { QueryClient } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { renderToStaticMarkup } from "react-dom/server";
import { api } from "./api/trpc.ts";
import { buildRouter } from "./build-router.ts";
import { paths } from "./paths.ts";

/** What anybody may know of a storefront: all that its public pages show. */
export type PublicFacts = {
  storefront: StorefrontView;
  documents: LegalPageView[];
  inventory: InventoryView;
  versions: TermsVersionView[];
  /** Every version: its legal pages, what is stored under it, and what it changes, null for the first. */
  ofVersion: {
    version: string;
    documents: LegalPageView[];
    inventory: InventoryView;
    difference: TermsDifferenceView | null;
  }[];
  models: ModelView[];
  plans: PlanView[];
  packs: PackView[];
};

/**
 * The pages that can be read without an account, as a visitor sees them: HTML for the app's place in the document, by
 * path. Asks nobody for anything.
 * @throws Error when one of them does not render.
 */
export async function renderPublicPages(facts: PublicFacts): Promise<ReadonlyMap<string, string>> {
  const pages = [
    paths.home,
    paths.pricing,
    ...facts.documents.map(({ document }) => paths.legal(document)),
    ...facts.ofVersion.flatMap(({ version, documents, difference }) => [
      ...documents.map(({ document }) => paths.legal(document, version)),
      ...(difference === null ? [] : [paths.termsChanges(version)]),
    ]),
  ];
  return new Map(await Promise.all(pages.map(async (path) => [path, await renderPage(path, facts)] as const)));
}

/** Whether any page lives at a path; whether this visitor may see it is another matter. */
export function hasPage(path: string): boolean {
  const [, , found] = routes.getMatchedRoutes(path);
  return found !== undefined;
}

const routes = buildRouter({
  queryClient: new QueryClient(),
  hasStorefront: false,
  history: createMemoryHistory({ initialEntries: ["/"] }),
});

async function renderPage(path: string, facts: PublicFacts): Promise<string> {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = buildRouter({ queryClient: knowing(facts), hasStorefront: true, history });
  await router.load();
  const failed = router.state.matches.find(({ status }) => status !== "success");
  if (failed !== undefined) throw new Error(`${path} does not render: ${failed.error ?? failed.status}`);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

/** A query cache in which every question of a public page is answered, for a visitor. */
function knowing({
  storefront,
  documents,
  inventory,
  versions,
  ofVersion,
  models,
  plans,
  packs,
}: PublicFacts): QueryClient {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queryClient.setQueryData(api.terms.storefront.queryKey(), storefront);
  queryClient.setQueryData(api.terms.documents.queryKey(), documents);
  queryClient.setQueryData(api.terms.inventory.queryKey(), inventory);
  queryClient.setQueryData(api.terms.versions.queryKey(), versions);
  for (const { version, documents, inventory, difference } of ofVersion) {
    queryClient.setQueryData(api.terms.version.queryKey({ version }), documents);
    queryClient.setQueryData(api.terms.inventory.queryKey({ version }), inventory);
    if (difference !== null) queryClient.setQueryData(api.terms.difference.queryKey({ version }), difference);
  }
  queryClient.setQueryData(api.models.list.queryKey(), models);
  queryClient.setQueryData(api.plans.list.queryKey(), plans);
  queryClient.setQueryData(api.orders.packs.queryKey(), packs);
  queryClient.setQueryData(api.members.me.queryKey(), null);
  return queryClient;
}
