import type { FastifyReply, FastifyRequest } from "fastify";

/** Closes the connection without an answer. */
export function dropCall(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy();
  return reply.hijack();
}
