import { get as getPlainly } from "node:http";
import { get as getSecurely } from "node:https";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

const patienceMs = 10_000;

/**
 * Asks like `fetch`, by GET, as a caller who knows the server by another name than the one that is dialled. Node's own
 * `fetch` always sends the dialled name.
 */
export function dialAs(host: string): (address: string | URL | Request) => Promise<Response> {
  return (address) =>
    new Promise((answer, fail) => {
      const url = new URL(address instanceof Request ? address.url : address);
      const get = url.protocol === "https:" ? getSecurely : getPlainly;
      get(url, { headers: { host }, signal: AbortSignal.timeout(patienceMs) }, (incoming) => {
        const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
        answer(new Response(body as BodyInit, { status: incoming.statusCode ?? 500 }));
      }).once("error", fail);
    });
}
