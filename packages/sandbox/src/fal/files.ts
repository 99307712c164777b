import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { FaultOf } from "../faults/fault-catalogue.ts";
import type { World } from "../world.ts";
import type { Run } from "./run.ts";

/** fal's File object (https://docs.fal.ai, "File"), as it stands inside an output. */
export type FalFile = { url: string; content_type: string; file_name: string; file_size: number };

type StoredFile = { bytes: Buffer; contentType: string; expiresAt: number; faults: ReadonlySet<FaultOf<"fal">> };

export type FileShelf = {
  /** Keeps a run's file and gives what the output says about it. */
  keep(run: Run, file: { name: string; contentType: string; bytes: Buffer }): FalFile;
  /** The bytes behind an address of ours; undefined when it is another's, or gone. */
  read(url: string): Buffer | undefined;
  find(path: string): StoredFile | undefined;
};

/** Files live in memory; the oldest go when there are more than 300. */
export function createFileShelf(world: World): FileShelf {
  const files = new Map<string, StoredFile>();
  const prefix = () => `${world.publicUrl()}/fal/files/`;
  return {
    keep(run, { name, contentType, bytes }) {
      const path = `b/${randomBytes(12).toString("base64url")}/${name}`;
      const expiresAt = run.fileSeconds === null ? Number.POSITIVE_INFINITY : Date.now() + run.fileSeconds * 1000;
      files.set(path, { bytes, contentType, expiresAt, faults: run.faults });
      for (const oldest of files.keys()) {
        if (files.size <= 300) break;
        files.delete(oldest);
      }
      return { url: prefix() + path, content_type: contentType, file_name: name, file_size: bytes.length };
    },
    read: (url) => (url.startsWith(prefix()) ? files.get(url.slice(prefix().length))?.bytes : undefined),
    find(path) {
      const file = files.get(path);
      return file && file.expiresAt > Date.now() ? file : undefined;
    },
  };
}

/** Serves the files without a key, as fal's CDN does, with the faults of the run that made them. */
export function serveFiles(server: FastifyInstance, shelf: FileShelf): void {
  server.get<{ Params: { "*": string } }>("/fal/files/*", async (request, reply) => {
    const file = shelf.find(request.params["*"]);
    if (!file) return reply.code(404).send({ detail: "Not Found" });
    if (file.faults.has("expired-url")) return sendExpired(reply);
    if (file.faults.has("private-redirect")) return reply.redirect("http://127.0.0.1:1/", 302);
    if (file.faults.has("html")) return reply.type("text/html").send("<!doctype html><title>Sign in</title><p>Sign in");
    const bytes = file.faults.has("corrupt") ? file.bytes.subarray(0, file.bytes.length >> 1) : file.bytes;
    return reply.header("content-length", bytes.length).type(file.contentType).send(bytes);
  });
}

function sendExpired(reply: FastifyReply): FastifyReply {
  const body =
    "<?xml version='1.0' encoding='UTF-8'?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>";
  return reply.code(403).type("application/xml").send(body);
}
