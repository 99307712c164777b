import type { FastifyInstance } from "fastify";

export type MediaGuard = {
  /** The only host name this listener answers to: cookies do not know ports, and other hosts have sessions. */
  host: string;
  /** Origins whose pages may read a file with `fetch`, as the 3D viewer does. */
  readers: readonly string[];
};

/** Puts on every answer, errors too, what keeps a hostile file from being more than a file. */
export function guardMedia(app: FastifyInstance, { host, readers }: MediaGuard): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "referrer-policy": "no-referrer",
      vary: "origin",
    });
    const { origin } = request.headers;
    if (origin !== undefined && readers.includes(origin)) reply.header("access-control-allow-origin", origin);
    if (request.hostname !== host) return reply.code(404).send({ message: "Not found." });
  });
}
