import { join } from "node:path";
import fastifyHttpProxy from "@fastify/http-proxy";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance } from "fastify";
import { addMeta } from "./add-meta.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { freshText } from "./fresh-text.ts";

export type AppServerOptions = {
  /** The folder Vite built. */
  bundle: string;
  apiUrl: string;
  /** The api path that `/trpc` of this app stands for. */
  trpcPrefix: "/trpc" | "/staff/trpc";
  /** Other paths that go to the api as they are. */
  passOn: readonly string[];
  mediaOrigin: string;
  /** Whether this host is one the app answers at. */
  answersAt(hostname: string): boolean;
  /** Facts for the app, by name: it finds them as `<meta>` in its page. Whoever loads the page reads them. */
  meta?: Readonly<Record<string, string>>;
  /** Puts what is already known of a page into the document, so that it can be read before its scripts have run. */
  fill?(document: string, visit: { hostname: string; path: string }): string;
};

const year = 365 * 24 * 3600;

/**
 * Serves a built app: its files, its page at every other path, and the api behind `/trpc` so that the browser stays on
 * one origin. The caller's `Host` travels on, since it says which storefront is meant.
 */
export async function buildAppServer(options: AppServerOptions): Promise<FastifyInstance> {
  // A proxy that ends TLS stands in front on this machine; whoever else claims to forward is not believed.
  const app = Fastify({ logger: false, forceCloseConnections: true, trustProxy: "loopback" });
  const document = await freshText(join(options.bundle, "index.html"));
  guardHost(app, options.answersAt);
  addHeaders(app, options.mediaOrigin);
  await passToApi(app, { apiUrl: options.apiUrl, prefix: "/trpc", rewritePrefix: options.trpcPrefix });
  for (const prefix of options.passOn) await passToApi(app, { apiUrl: options.apiUrl, prefix, rewritePrefix: prefix });
  await app.register(fastifyStatic, {
    root: join(options.bundle, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: year * 1000,
    index: false,
    preCompressed: true,
  });
  await app.register(fastifyStatic, {
    root: options.bundle,
    prefix: "/",
    index: false,
    wildcard: false,
    preCompressed: true,
    decorateReply: false,
  });
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === "GET" && !request.url.startsWith("/assets/");
    if (!wantsPage) return reply.code(404).send({ message: "Not found." });
    const visit = { hostname: request.hostname, path: request.url.replace(/[?#].*/, "") };
    const empty = addMeta(await document(), options.meta ?? {});
    const page = options.fill === undefined ? empty : options.fill(empty, visit);
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  });
  return app;
}

function guardHost(app: FastifyInstance, answersAt: AppServerOptions["answersAt"]): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!answersAt(request.hostname))
      return reply.code(421).send({ message: "This server does not answer at this host." });
  });
}

function addHeaders(app: FastifyInstance, mediaOrigin: string): void {
  const policy = contentSecurityPolicy(mediaOrigin);
  app.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
    });
  });
}

/** Longer than the api itself waits for a synchronous call. Zero would be the library's own ten seconds, not none. */
const patienceMs = 120_000;

async function passToApi(
  app: FastifyInstance,
  { apiUrl, prefix, rewritePrefix }: Record<"apiUrl" | "prefix" | "rewritePrefix", string>,
) {
  await app.register(fastifyHttpProxy, {
    upstream: apiUrl,
    prefix,
    rewritePrefix,
    http: { requestOptions: { timeout: patienceMs } },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        ...(request.headers.host === undefined ? {} : { host: request.headers.host }),
        ...(request.ip === undefined ? {} : { "x-forwarded-for": request.ip }),
      }),
    },
  });
}
