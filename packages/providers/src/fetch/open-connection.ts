import type { LookupAddress, LookupOptions } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import type { Target } from "./check-target.ts";
import { FetchFault } from "./fetch-fault.ts";

/** Sends a GET to a checked target and gives the response before its body is read. @throws FetchFault */
export function openConnection(
  { url, addresses }: Target,
  { deadline, idleLimitMs }: { deadline: AbortSignal; idleLimitMs: number },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, {
      // A fresh connection each time: a pooled one was opened to an address nobody checked for this request.
      agent: false,
      lookup: pinnedLookup(addresses),
      // No compression, so that bytes received are bytes counted and a small bomb stays small.
      headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "covenant-fetch" },
      signal: deadline,
    });
    let response: IncomingMessage | null = null;
    // Once there is a response its reader must hear the reason; destroying the request would tell it of a reset.
    request.setTimeout(idleLimitMs, () => (response ?? request).destroy(new FetchFault("idle")));
    request.on("error", (error) => reject(faultOf(error, deadline)));
    request.once("response", (arrived) => {
      response = arrived;
      resolve(arrived);
    });
    request.end();
  });
}

/** The fault behind an error of a connection. */
export function faultOf(error: unknown, deadline: AbortSignal): FetchFault {
  if (error instanceof FetchFault) return error;
  return new FetchFault(deadline.aborted ? "timeout" : "connection", { cause: error });
}

/** Answers every question for a name with the addresses already checked, whatever the network says by now. */
function pinnedLookup(addresses: readonly string[]) {
  const answers = addresses.map((address): LookupAddress => ({ address, family: isIP(address) }));
  return (
    _hostname: string,
    options: LookupOptions,
    done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
  ) => {
    const [first] = answers;
    if (options.all || !first) done(null, answers);
    else done(null, first.address, first.family);
  };
}
