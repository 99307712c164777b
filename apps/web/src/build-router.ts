import type { QueryClient } from "@tanstack/react-query";
import { createRouter, type RouterHistory } from "@tanstack/react-router";
import { api } from "./api/trpc.ts";
import { routeTree } from "./routeTree.gen.ts";
import { FailedPage } from "./shell/FailedPage.tsx";
import { MissingPage } from "./shell/MissingPage.tsx";
import { PendingPage } from "./shell/PendingPage.tsx";

type Surroundings = {
  queryClient: QueryClient;
  /** False at plain localhost, which belongs to no storefront. */
  hasStorefront: boolean;
  /** Where the app believes to be; the address bar when absent. */
  history?: RouterHistory;
};

/** The app's router, for the browser and for the server that renders public pages. */
export function buildRouter({ queryClient, hasStorefront, history }: Surroundings) {
  return createRouter({
    routeTree,
    context: { queryClient, api, hasStorefront },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
    // Rendered on the server, this would be a script inside the page, which the content policy forbids.
    scrollRestoration: history === undefined,
    ...(history === undefined ? {} : { history }),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof buildRouter>;
  }
}
