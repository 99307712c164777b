import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { idSchema, type MemberActor, newId } from "@covenant/domain";
import Fastify, { type FastifyInstance } from "fastify";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openParts } from "../artifacts/seal-part.ts";
import { guardHeader } from "../http/origin-guard.ts";
import { requestFacts } from "../http/request-facts.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { partBytes } from "./receive-bytes.ts";
import { registerUploads } from "./uploads-route.ts";

const actor: MemberActor = { kind: "member", memberId: newId("member"), storefront: "modelmyimage" };
let deps: TestDeps;
let app: FastifyInstance;
let endpoint: string;

beforeAll(async () => {
  deps = await testDeps();
  app = Fastify();
  registerUploads(app, {
    deps,
    createContext: async (request, reply) => ({
      ...requestFacts(deps, request, reply),
      side: "member",
      storefront: actor.storefront,
      actor,
    }),
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  endpoint = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/uploads`;
});
afterAll(async () => {
  app.server.closeAllConnections();
  await app.close();
  await deps.close();
});

it("takes a file from the client the pages use, paused after its first part and resumed by another that knows its address", async () => {
  const file = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), randomBytes(2 * partBytes)]);
  const first = await send(file, { pausesAfter: partBytes });
  const head = await fetch(first, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
  const kept = Number(head.headers.get("upload-offset"));
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(file.length);
  const offsets: number[] = [];
  expect(await send(file, { uploadUrl: first, onProgress: (sent) => offsets.push(sent) })).toBe(first);
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(kept);
  const arrivalId = idSchema("arrival").parse(first.split("/").at(-1));
  const { parts, fileName } = await deps.db.rows.arrival.findUniqueOrThrow({ where: { id: arrivalId } });
  expect(fileName).toBe("noise.png");
  const clear = await openParts(deps, arrivalId, parts);
  expect(clear !== null && (await buffer(clear)).equals(file)).toBe(true);
});

type Sent = { pausesAfter?: number; uploadUrl?: string; onProgress?: (sent: number) => void };

/** Answers the file's address here, once it has come whole, or once so much of it is known to be here. */
function send(file: Buffer, { pausesAfter, uploadUrl, onProgress }: Sent): Promise<string> {
  return new Promise((sent, failed) => {
    const upload = new Upload(file, {
      endpoint,
      ...(uploadUrl === undefined ? {} : { uploadUrl }),
      headers: { [guardHeader]: "1" },
      chunkSize: partBytes,
      metadata: { filename: "noise.png", filetype: "image/png" },
      onProgress: (bytes) => onProgress?.(bytes),
      onChunkComplete: (_chunk, accepted) => {
        if (pausesAfter !== undefined && accepted >= pausesAfter)
          void upload.abort().then(() => sent(upload.url ?? ""));
      },
      onSuccess: () => sent(upload.url ?? ""),
      onError: failed,
    });
    upload.start();
  });
}
