import { isIP } from "node:net";
import { FetchFault } from "./fetch-fault.ts";

/** Gives every address of a host name; asked exactly once for each connection. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export type TargetRules = {
  /** Origins such as `http://127.0.0.1:4300` that may be private and use any port. Demo mode's sandbox, nothing else. */
  allowedOrigins: readonly string[];
  allowedPorts: readonly number[];
  resolve: Resolve;
  isPublic: (address: string) => boolean;
};

/** A place that may be connected to: `addresses` were all checked, and only they are dialled. */
export type Target = { url: URL; addresses: readonly string[] };

/**
 * Judges one hop. `URL` has already normalised what disguises an address: `0x7f000001`, `127.1`, `ⓛocalhost`, `[::ffff:7f00:1]`.
 * @throws FetchFault
 */
export async function checkTarget(url: URL, rules: TargetRules): Promise<Target> {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchFault("scheme");
  if (url.username !== "" || url.password !== "") throw new FetchFault("credentials");
  const isAllowed = rules.allowedOrigins.includes(url.origin);
  if (!isAllowed && !rules.allowedPorts.includes(portOf(url))) throw new FetchFault("port");
  const addresses = await addressesOf(url, rules.resolve);
  // One private address among public ones is enough: the connection might pick it.
  if (!isAllowed && !addresses.every(rules.isPublic)) throw new FetchFault("private-address");
  return { url, addresses };
}

/** @throws FetchFault `bad-url` */
export function parseUrl(text: string, base?: URL): URL {
  try {
    return new URL(text, base);
  } catch (cause) {
    throw new FetchFault("bad-url", { cause });
  }
}

function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

async function addressesOf({ hostname }: URL, resolve: Resolve): Promise<readonly string[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(literal) !== 0) return [literal];
  const addresses = await resolve(hostname).catch((cause: unknown) => {
    throw new FetchFault("dns", { cause });
  });
  if (addresses.length === 0) throw new FetchFault("dns");
  return addresses;
}
