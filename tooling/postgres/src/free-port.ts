import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * From here on a system gives ports to outgoing connections (Linux; macOS begins at 49152). One below is still free when
 * its server starts a minute later, or again after it was killed; one above may have become somebody's own end by then.
 */
const firstOutgoing = 32_768;
const lowest = 10_000;
const given = new Set<number>();

/** A port of 127.0.0.1 on which nobody listens, for a server that starts later. No two callers of a process get the same. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, firstOutgoing);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((answer) => {
    probe.once("error", () => answer(false));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => answer(true)));
  });
}
