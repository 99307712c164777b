import type { FastifyInstance } from "fastify";

/** The header our own pages send with every change; a form on another site cannot. */
export const guardHeader = "x-covenant";

/**
 * Refuses what another site's page asks for, wherever the browser tells, and changes that do not carry
 * {@link guardHeader}. A request without the browser's marks, such as a program's, has no cookie that was not meant.
 */
export function guardOrigin(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    const { method, headers } = request;
    const changes = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
    const site = headers["sec-fetch-site"];
    // `none`: a person opened the address by hand, which only ever reads.
    const own = site === undefined || site === "same-origin" || (site === "none" && !changes);
    const foreign = !own || (headers.origin !== undefined && hostOf(headers.origin) !== headers.host);
    if (foreign || (changes && headers[guardHeader] === undefined)) {
      reply.code(403).send({ message: "This request did not come from our own page." });
    } else done();
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
