import type { WebRouter } from "@covenant/api/web-router";
import { createTRPCClient, httpBatchLink, splitLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { queryClient } from "./query-client.ts";
import { streamLink } from "./stream-link.ts";

/** The header a page of another site cannot send; the api asks for it with every change. */
export const guard = { "x-covenant": "1" };

const client = createTRPCClient<WebRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: streamLink("/trpc"),
      false: httpBatchLink({ url: "/trpc", maxItems: 10, headers: guard }),
    }),
  ],
});

/** Typed query and mutation options for every procedure of the storefront's router. */
export const api = createTRPCOptionsProxy<WebRouter>({ client, queryClient });
export type Api = typeof api;
