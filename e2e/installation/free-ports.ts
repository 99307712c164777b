import { freePort } from "@covenant/postgres";
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

/** A free port for every process, each another one. */
export async function freePorts(): Promise<Ports> {
  const ports = await Promise.all(variables.map(async (variable) => [variable, String(await freePort())]));
  return readPorts(Object.fromEntries(ports));
}
