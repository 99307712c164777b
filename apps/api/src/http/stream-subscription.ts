import { Readable } from "node:stream";
import type { AnyRouter } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { RequestFacts } from "../trpc/context.ts";

type Subscription<Context> = { router: AnyRouter; context: Context };

/** Streams one subscription as server-sent events, in the library's own framing, until either side leaves. */
export async function streamSubscription<Context extends RequestFacts>(
  request: FastifyRequest,
  reply: FastifyReply,
  { router, context }: Subscription<Context>,
): Promise<FastifyReply> {
  const headers = new Headers();
  const lastEventId = request.headers["last-event-id"];
  if (typeof lastEventId === "string") headers.set("last-event-id", lastEventId);
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    // The host of this address is never used; only its path and query are read.
    req: new Request(new URL(request.url.slice(request.url.indexOf("/trpc/")), "http://stream.invalid"), {
      headers,
      signal: context.signal(),
    }),
    router,
    createContext: () => context,
  });
  for (const [name, value] of response.headers) reply.header(name, value);
  reply.header("x-accel-buffering", "no").code(response.status);
  return reply.send(
    response.body === null ? "" : Readable.fromWeb(response.body as import("node:stream/web").ReadableStream),
  );
}
