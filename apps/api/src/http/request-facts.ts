import type { FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import type { RequestFacts } from "../trpc/context.ts";

/** What every context begins with. `signal` aborts when the caller leaves. */
export function requestFacts(deps: Deps, request: FastifyRequest, reply: FastifyReply): RequestFacts {
  const left = new AbortController();
  reply.raw.once("close", () => left.abort());
  return {
    deps,
    requestId: request.id,
    ip: request.ip,
    signal: left.signal,
    cookies: request.headers.cookie ?? "",
    setCookie: (cookie) => {
      const earlier = reply.getHeader("set-cookie");
      reply.header("set-cookie", earlier === undefined ? [cookie] : [...[earlier].flat().map(String), cookie]);
    },
  };
}
