import type { FastifyInstance } from "fastify";

/** The header our own pages send with every change; a form on another site cannot. */
export const guardHeader = "x-covenant";

/**
 * Refuses changes that another site's page could have caused: a POST must be JSON (or say otherwise where a route
 * takes files), carry {@link guardHeader}, and, where the browser tells, come from the page's own origin.
 */
export function guardOrigin(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    const site = request.headers["sec-fetch-site"];
    const origin = request.headers.origin;
    const foreign =
      (site !== undefined && site !== "same-origin") ||
      (origin !== undefined && hostOf(origin) !== request.headers.host);
    if (foreign || request.headers[guardHeader] === undefined) {
      return reply.code(403).send({ message: "This request did not come from our own page." });
    }
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
