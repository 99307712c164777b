import type { FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { readerLeaves } from "../live/reader-leaves.ts";
import type { RequestFacts } from "../trpc/context.ts";

/** What every context begins with. What costs more than it is asked for is found out when it is asked for. */
export function requestFacts(deps: Deps, request: FastifyRequest, reply: FastifyReply): RequestFacts {
  return {
    deps,
    requestId: request.id,
    ip() {
      return request.ip;
    },
    signal() {
      return readerLeaves(reply.raw);
    },
    cookies: request.headers.cookie ?? "",
    setCookie(cookie) {
      const earlier = reply.getHeader("set-cookie");
      reply.header("set-cookie", earlier === undefined ? [cookie] : [...[earlier].flat().map(String), cookie]);
    },
  };
}
