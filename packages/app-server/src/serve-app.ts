import { join } from "node:path";
import fastifyHttpProxy from "@fastify/http-proxy";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { addMeta } from "./add-meta.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { freshText } from "./fresh-text.ts";

export type AppServerOptions = {
  /** The folder Vite built. */
  bundle: string;
  apiUrl: string;
  /** The api path that `/trpc` of this app stands for. */
  trpcPrefix: "/trpc" | "/staff/trpc";
  /** Other paths that go to the api as they are, and the largest body it takes there; null where it says so itself. */
  passOn: readonly { prefix: string; mostBytes: number | null }[];
  mediaOrigin: string;
  /** Whether this host is one the app answers at. */
  answersAt(hostname: string): boolean;
  /** Facts for the app, by name: it finds them as `<meta>` in its page. Whoever loads the page reads them. */
  meta?: Readonly<Record<string, string>>;
  /** Whether a page lives at an address; without it, one lives everywhere. The app shows what is missing, with 404. */
  hasPage?(visit: Visit): boolean;
  /** Puts what is already known of a page into the document, so that it can be read before its scripts have run. */
  fill?(document: string, visit: Visit): string;
};

export type Visit = { hostname: string; path: string };

/** As much as the api takes in one request, files apart. */
export const mebibyte = 1024 * 1024;

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
  answerFaults(app);
  const { apiUrl } = options;
  await passToApi(app, { apiUrl, prefix: "/trpc", rewritePrefix: options.trpcPrefix, mostBytes: mebibyte });
  for (const way of options.passOn) await passToApi(app, { apiUrl, rewritePrefix: way.prefix, ...way });
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
    const status = options.hasPage?.(visit) === false ? 404 : 200;
    return reply.code(status).type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
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

/** When the api gives no answer: never a library's words, in a shape that the app and a program both read. */
function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    const message = status === 504 ? tooLate : status < 500 ? error.message : unreachable;
    const [type, code] =
      status < 500 ? ["invalid_request_error", "request/invalid"] : ["server_error", "service/unavailable"];
    return reply.code(status === 500 ? 502 : status).send({ message, error: { message, type, code } });
  });
}

const tooLate = "No answer came in time. What was asked for may still be done: look before you send it again.";
const unreachable = "The service does not answer for a moment. Try again; what was asked for before is not lost.";

function tooLarge(mostBytes: number): Error {
  const message = `The request is too large: at most ${Math.floor(mostBytes / mebibyte)} MB are taken here.`;
  return Object.assign(new Error(message), { statusCode: 413 });
}

/** Longer than the api itself waits for a synchronous call. Zero would be the library's own ten seconds, not none. */
const patienceMs = 120_000;

type Way = Record<"apiUrl" | "prefix" | "rewritePrefix", string> & { mostBytes: number | null };

async function passToApi(app: FastifyInstance, { apiUrl, prefix, rewritePrefix, mostBytes }: Way) {
  await app.register(fastifyHttpProxy, {
    upstream: apiUrl,
    prefix,
    rewritePrefix,
    // The api hangs up on what is too large; whoever is still sending then would not hear why.
    preHandler: async ({ headers }) => {
      if (mostBytes !== null && Number(headers["content-length"] ?? 0) > mostBytes) throw tooLarge(mostBytes);
    },
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
