import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply } from "fastify";
import { chop } from "../engine/chop.ts";
import type { World } from "../world.ts";
import { hostileFile } from "./hostile-file.ts";

export type ShelvedFile = {
  name: string;
  contentType: string;
  bytes: Buffer;
  /** Seconds it can be fetched; null for good. */
  seconds: number | null;
  /** The switches of the work that made it; those about files are named as in the catalogue of faults. */
  faults: ReadonlySet<string>;
};

type StoredFile = ShelvedFile & { expiresAt: number };

/** What an upstream made, at addresses anybody may fetch who knows them. */
export type FileShelf = {
  /** Keeps a file and gives its address. */
  keep(file: ShelvedFile): string;
  /** The bytes behind an address of ours; undefined when it is another's, or gone. */
  read(url: string): Buffer | undefined;
  /** Takes a file of ours down. */
  remove(url: string): void;
};

/** Serves files under `root`, as `/fal/files`. They live in memory; the oldest go when there are more than 300. */
export function openFileShelf(server: FastifyInstance, world: World, root: string): FileShelf {
  const files = new Map<string, StoredFile>();
  const prefix = () => `${world.publicUrl()}${root}/`;
  server.get<{ Params: { "*": string } }>(`${root}/*`, async (request, reply) => {
    const file = files.get(request.params["*"]);
    if (!file || file.expiresAt <= Date.now()) return reply.code(404).send({ detail: "Not Found" });
    return send(world, file, reply);
  });
  return {
    keep(file) {
      const path = `b/${randomBytes(12).toString("base64url")}/${file.name}`;
      const expiresAt = file.seconds === null ? Number.POSITIVE_INFINITY : Date.now() + file.seconds * 1000;
      files.set(path, { ...file, expiresAt });
      for (const oldest of files.keys()) {
        if (files.size <= 300) break;
        files.delete(oldest);
      }
      return prefix() + path;
    },
    remove: (url) => void files.delete(url.slice(prefix().length)),
    read: (url) => (url.startsWith(prefix()) ? files.get(url.slice(prefix().length))?.bytes : undefined),
  };
}

function send(world: World, { bytes, contentType, faults }: StoredFile, reply: FastifyReply): FastifyReply {
  if (faults.has("expired-url")) return sendExpired(reply);
  if (faults.has("private-redirect")) return reply.redirect("http://127.0.0.1:1/", 302);
  if (faults.has("html")) return reply.type("text/html").send("<!doctype html><title>Sign in</title><p>Sign in");
  if (faults.has("oversize")) return reply.header("content-length", 10_000_000_000).type(contentType).send(endless());
  if (faults.has("endless")) return reply.type(contentType).send(endless());
  if (faults.has("packed")) return reply.header("content-encoding", "gzip").type(contentType).send(gzipSync(bytes));
  const whole = hostileFile(faults, faults.has("corrupt") ? chop(bytes) : bytes);
  reply.header("content-length", whole.length).type(contentType);
  return reply.send(faults.has("drip") ? drip(world, whole) : whole);
}

/** Nothing, for as long as somebody takes it. */
function endless(): Readable {
  const nothing = Buffer.alloc(64 * 1024);
  return new Readable({
    read() {
      this.push(nothing);
    },
  });
}

/** A byte a second, so that who waits for the last one waits for days. */
function drip({ background }: World, bytes: Buffer): PassThrough {
  const stream = new PassThrough();
  background.start("a file in drops", async () => {
    for (const byte of bytes) {
      if (stream.destroyed) return;
      stream.write(Buffer.of(byte));
      await background.sleep(1_000);
    }
    stream.end();
  });
  return stream;
}

function sendExpired(reply: FastifyReply): FastifyReply {
  const body =
    "<?xml version='1.0' encoding='UTF-8'?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>";
  return reply.code(403).type("application/xml").send(body);
}
