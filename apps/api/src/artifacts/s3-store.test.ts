import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { FileStore } from "./file-store.ts";
import { s3Store } from "./s3-store.ts";

/** An S3 that refuses a part, which a real one cannot be told to: as much of its wire format as that takes. */
const objects = new Map<string, Buffer>();
const uploads = new Map<string, Map<number, Buffer>>();
let failsOnPart: number | null = null;

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3.invalid");
  const body = await buffer(request);
  const answer = (status: number, xml = "", headers: Record<string, string> = {}) =>
    response.writeHead(status, { "content-type": "application/xml", ...headers }).end(xml);
  const uploadId = searchParams.get("uploadId") ?? "";
  const parts = uploads.get(uploadId);

  if (request.method === "POST" && searchParams.has("uploads")) {
    uploads.set("upload-1", new Map());
    return answer(200, "<InitiateMultipartUploadResult><UploadId>upload-1</UploadId></InitiateMultipartUploadResult>");
  }
  if (request.method === "PUT" && parts !== undefined) {
    const number = Number(searchParams.get("partNumber"));
    if (number === failsOnPart) return answer(400, "<Error><Code>InvalidPart</Code></Error>");
    parts.set(number, body);
    return answer(200, "", { etag: `"part-${number}"` });
  }
  if (request.method === "POST" && parts !== undefined) {
    objects.set(pathname, Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, part]) => part)));
    uploads.delete(uploadId);
    return answer(200, "<CompleteMultipartUploadResult><ETag>x</ETag></CompleteMultipartUploadResult>");
  }
  if (request.method === "DELETE") {
    if (parts === undefined) objects.delete(pathname);
    uploads.delete(uploadId);
    return answer(204);
  }
  if (request.method === "PUT") {
    objects.set(pathname, body);
    return answer(200);
  }
  const found = objects.get(pathname);
  if (found === undefined) return answer(404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
  return response.writeHead(200, { "content-length": found.length }).end(found);
});

let store: FileStore;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  store = s3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "sealed",
    region: "auto",
    accessKeyId: "test",
    secretAccessKey: "test-secret",
  });
});
beforeEach(() => {
  failsOnPart = null;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const name = "art_0123456789abcdef0123456789abcdef";
const megabyte = 1024 * 1024;

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += megabyte) yield bytes.subarray(at, at + megabyte);
}

it("leaves neither a file nor paid-for parts behind when a part is refused", async () => {
  failsOnPart = 2;
  await expect(store.write(name, inPieces(randomBytes(9 * megabyte)))).rejects.toThrow();
  expect(uploads.size).toBe(0);
  expect(await store.read(name)).toBeNull();
});
