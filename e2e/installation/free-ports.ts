import { once } from "node:events";
import { createServer } from "node:net";
import { type Ports, readPorts } from "@covenant/scripts/start/ports.ts";

const variables = [
  "API_PORT",
  "METRICS_PORT",
  "WEB_PORT",
  "ADMIN_PORT",
  "SANDBOX_PORT",
  "MEDIA_PORT",
  "POSTGRES_PORT",
] as const satisfies (keyof Ports)[];

/** A free port for every process. They are held all at once, so that no two are the same, and let go together. */
export async function freePorts(): Promise<Ports> {
  const holders = variables.map(() => createServer().listen({ port: 0, host: "127.0.0.1" }));
  await Promise.all(holders.map((holder) => once(holder, "listening")));
  const ports = holders.map((holder) => {
    const address = holder.address();
    return typeof address === "object" && address ? String(address.port) : "";
  });
  await Promise.all(holders.map((holder) => once(holder.close(), "close")));
  return readPorts(Object.fromEntries(variables.map((variable, at) => [variable, ports[at]])));
}
