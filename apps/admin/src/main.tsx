import "./app.css";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/query-client.ts";
import { onSessionEnded } from "./api/session-end.ts";
import { api } from "./api/trpc.ts";
import { routeTree } from "./routeTree.gen.ts";
import { FailedPage } from "./shell/FailedPage.tsx";
import { MissingPage } from "./shell/MissingPage.tsx";
import { PendingPage } from "./shell/PendingPage.tsx";

const router = createRouter({
  routeTree,
  context: { queryClient, api },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingMinMs: 200,
  scrollRestoration: true,
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: MissingPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

// A session that ends while somebody works leads to the sign-in page, and from there back to where they were.
onSessionEnded(queryClient, () => {
  queryClient.setQueryData(api.door.me.queryKey(), null);
  void router.invalidate();
});

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
