import type { WebRouter } from "@covenant/api/web-router";
import { createTRPCClient, httpBatchLink, splitLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { queryClient } from "./query-client.ts";
import { streamLink } from "./stream-link.ts";

/** The header a page of another site cannot send; the api asks for it with every change. */
const guard = { "x-covenant": "1" };

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

/** Sends a file as it is; the answer is JSON whether it worked or not. */
export async function postFile(path: string, file: File, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(path, {
    method: "POST",
    body: file,
    headers: { ...guard, "content-type": file.type },
    ...(signal === undefined ? {} : { signal }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new UploadRefused(body);
  return body;
}

/** An upload that was refused, with the sentence that says what to change. */
export class UploadRefused extends Error {
  constructor(body: unknown) {
    const message = typeof body === "object" && body !== null && "message" in body ? String(body.message) : null;
    super(message ?? "The file could not be uploaded. Nothing was charged.");
  }
}
