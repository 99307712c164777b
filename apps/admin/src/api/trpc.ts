import type { AdminRouter } from "@covenant/api/admin-router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { queryClient } from "./query-client.ts";

/** The header a page of another site cannot send; the api asks for it with every change. */
const guard = { "x-covenant": "1" };

const client = createTRPCClient<AdminRouter>({
  links: [httpBatchLink({ url: "/trpc", maxItems: 10, headers: guard })],
});

/** Typed query and mutation options for every procedure of the staff's router. */
export const api = createTRPCOptionsProxy<AdminRouter>({ client, queryClient });
export type Api = typeof api;
