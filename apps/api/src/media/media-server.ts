import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { storefrontIds } from "@covenant/domain";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { confirmDownload } from "../artifacts/confirm-download.ts";
import { type LinkedFile, openLink } from "../artifacts/open-link.ts";
import type { ClearRange } from "../artifacts/sealed-format.ts";
import { mediaOriginOf } from "../artifacts/sign-link.ts";
import type { Deps } from "../deps.ts";
import { answerProblems } from "../http/answer-problems.ts";
import { guardMedia } from "./guard-media.ts";
import { readRange } from "./read-range.ts";

export type MediaDeps = Pick<Deps, "db" | "keys" | "files" | "settings" | "clock" | "log" | "originOf">;
type FileRequest = FastifyRequest<{ Params: { token: string } }>;

/**
 * The listener that serves members' files, on a host of its own where no cookie ever goes. The link is the whole right
 * to a file: whoever holds it may read it until it expires or the file is gone.
 */
export function buildMediaServer(deps: MediaDeps): FastifyInstance {
  const app = Fastify({
    loggerInstance: deps.log,
    // Links are secrets while they last, so requests are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500 },
    genReqId: () => randomUUID(),
  });
  answerProblems(app);
  guardMedia(app, {
    host: new URL(mediaOriginOf(deps.settings)).hostname,
    readers: [...storefrontIds.map(deps.originOf), adminOriginOf(deps.settings)],
  });
  const confirmations = new Set<Promise<void>>();
  app.addHook("onClose", () => Promise.all(confirmations));
  app.route({
    method: ["GET", "HEAD"],
    url: "/f/:token",
    handler: (request: FileRequest, reply) => serve({ deps, confirmations }, request, reply),
  });
  return app;
}

function adminOriginOf({ ADMIN_URL, ADMIN_PORT }: Deps["settings"]): string {
  return new URL(ADMIN_URL ?? `http://admin.localhost:${ADMIN_PORT}`).origin;
}

type Serving = { deps: MediaDeps; confirmations: Set<Promise<void>> };

async function serve({ deps, confirmations }: Serving, request: FileRequest, reply: FastifyReply) {
  const file = await openLink(deps, request.params.token);
  if (file.kind === "refused") return answerPlain(reply, 403, "This link is not valid or no longer valid.");
  if (file.kind === "gone") return answerPlain(reply, 410, "This file is gone.");
  describe(reply, file);
  if (request.headers["if-none-match"] === etagOf(file)) return reply.code(304).send();
  if (request.method === "HEAD") return reply.send();
  const wanted = rangeOf(request, file);
  if (wanted === "outside") {
    reply.header("content-range", `bytes */${file.bytes}`);
    return answerPlain(reply, 416, "The file has no such bytes.");
  }
  const bytes = await file.open(wanted);
  if (bytes === null) return answerPlain(reply, 410, "This file is gone.");
  if (wanted !== null) return sendPart(reply, { bytes, range: wanted, length: file.bytes });
  if (file.disposition === "attachment") confirmWhenSent({ deps, confirmations }, reply, file);
  return reply.send(Readable.from(bytes, { objectMode: false }));
}

/** A player and a download that broke off ask for a part, of the file they know; a page whose copy is of another gets all of it. */
function rangeOf({ headers }: FileRequest, file: LinkedFile): ClearRange | "outside" | null {
  const condition = headers["if-range"];
  return condition === undefined || condition === etagOf(file) ? readRange(headers.range, file.bytes) : null;
}

type Part = { bytes: AsyncIterable<Uint8Array>; range: ClearRange; length: number };

function sendPart(reply: FastifyReply, { bytes, range: { from, to }, length }: Part) {
  return reply
    .code(206)
    .header("content-range", `bytes ${from}-${to}/${length}`)
    .header("content-length", to - from + 1)
    .send(Readable.from(bytes, { objectMode: false }));
}

/** The browser may keep a copy and has to ask before it shows it, so a purged file is not shown from a cache. */
function describe(reply: FastifyReply, file: LinkedFile): void {
  reply
    .type(file.contentType)
    .header("content-length", file.bytes)
    .header("content-disposition", `${file.disposition}; filename="${file.fileName}"`)
    .header("accept-ranges", "bytes")
    .header("cache-control", "private, no-cache")
    .header("etag", etagOf(file));
}

const etagOf = ({ sha256 }: LinkedFile) => `"${sha256}"`;

/** `finish` is said only when every byte was handed over; a download broken off is not one. */
function confirmWhenSent({ deps, confirmations }: Serving, reply: FastifyReply, { artifactId }: LinkedFile): void {
  reply.raw.once("finish", () => {
    const confirmation: Promise<void> = confirmDownload(deps, artifactId)
      .catch((error: unknown) => deps.log.error({ artifactId, err: error }, "download not confirmed"))
      .finally(() => confirmations.delete(confirmation));
    confirmations.add(confirmation);
  });
}

function answerPlain(reply: FastifyReply, status: 403 | 410 | 416, sentence: string) {
  return reply
    .removeHeader("content-length")
    .removeHeader("content-disposition")
    .removeHeader("etag")
    .header("cache-control", "no-store")
    .code(status)
    .type("text/plain; charset=utf-8")
    .send(sentence);
}
