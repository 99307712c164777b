import { lookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { checkTarget, parseUrl, type Resolve } from "./check-target.ts";
import { FetchFault } from "./fetch-fault.ts";
import { nextHop } from "./next-hop.ts";
import { openConnection } from "./open-connection.ts";
import { isPublicAddress } from "./public-address.ts";
import { readBody } from "./read-body.ts";

export type SafeFetchOptions = {
  limitBytes: number;
  /** Milliseconds for everything: names, connections, redirects, body. 60,000 unless told. */
  totalLimitMs?: number;
  /** Milliseconds without a byte; 10,000 unless told. */
  idleLimitMs?: number;
  /** Exact origins that may be private; empty unless told, and only demo mode tells. */
  allowedOrigins?: readonly string[];
  /** 80 and 443 unless told. */
  allowedPorts?: readonly number[];
  /** The system's resolver unless told. */
  resolve?: Resolve;
  /** Which addresses count as the public internet; the IANA registries unless told. */
  isPublic?: (address: string) => boolean;
};

export type FetchedFile = {
  bytes: Uint8Array;
  /** As the far end claims it, lower case, without parameters; empty when it claims nothing. Never trusted alone. */
  contentType: string;
};

const redirectLimit = 3;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a file from an address that somebody else chose. The name is resolved once for each connection, every address is
 * checked, and only checked addresses are dialled, so an answer that changes in between changes nothing. Each redirect is
 * judged anew. Nothing of ours travels along: no cookie, no credential, no referrer.
 * @throws FetchFault whatever goes wrong.
 */
export async function safeFetch(address: string, options: SafeFetchOptions): Promise<FetchedFile> {
  const { totalLimitMs = 60_000, idleLimitMs = 10_000 } = options;
  const rules = {
    allowedOrigins: options.allowedOrigins ?? [],
    allowedPorts: options.allowedPorts ?? [80, 443],
    resolve: options.resolve ?? resolveBySystem,
    isPublic: options.isPublic ?? isPublicAddress,
  };
  const deadline = AbortSignal.timeout(totalLimitMs);
  const overdue = new Promise<never>((_, reject) => {
    deadline.addEventListener("abort", () => reject(new FetchFault("timeout")), { once: true });
  });
  // The race is over before the deadline in every good case; its late loss is nobody's news.
  overdue.catch(() => undefined);

  let target = await Promise.race([checkTarget(parseUrl(address), rules), overdue]);
  for (let redirects = 0; ; redirects += 1) {
    const response = await openConnection(target, { deadline, idleLimitMs });
    if (!redirectStatuses.has(response.statusCode ?? 0)) return readFile(response, options.limitBytes, deadline);
    response.destroy();
    if (redirects === redirectLimit) throw new FetchFault("redirect-limit");
    target = await Promise.race([checkTarget(nextHop(target.url, response.headers.location), rules), overdue]);
  }
}

async function readFile(response: IncomingMessage, limitBytes: number, deadline: AbortSignal): Promise<FetchedFile> {
  const bytes = await readBody(response, limitBytes, deadline);
  return { bytes, contentType: (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "" };
}

async function resolveBySystem(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);
}
