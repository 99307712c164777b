import { createServer } from "node:net";
import { StartFault } from "./announce.ts";
import { findPortHolder } from "./port-holder.ts";

const portVariables = {
  API_PORT: 4000,
  METRICS_PORT: 4001,
  WEB_PORT: 4100,
  ADMIN_PORT: 4200,
  SANDBOX_PORT: 4300,
  MEDIA_PORT: 4400,
  POSTGRES_PORT: 4432,
} as const;

type PortVariable = keyof typeof portVariables;

/** The port each process listens on, by the variable that overrides it. */
export type Ports = Record<PortVariable, number>;

/** Reads every port, from the environment or its default. @throws StartFault when one is no port, or two are the same. */
export function readPorts(environment: NodeJS.ProcessEnv): Ports {
  const read = (name: PortVariable) => {
    const text = environment[name];
    const port = text ? Number(text) : portVariables[name];
    if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
    throw new StartFault(`${name}=${text} is not a port: use a whole number from 1 to 65535.`);
  };
  const ports: Ports = {
    API_PORT: read("API_PORT"),
    METRICS_PORT: read("METRICS_PORT"),
    WEB_PORT: read("WEB_PORT"),
    ADMIN_PORT: read("ADMIN_PORT"),
    SANDBOX_PORT: read("SANDBOX_PORT"),
    MEDIA_PORT: read("MEDIA_PORT"),
    POSTGRES_PORT: read("POSTGRES_PORT"),
  };
  assertDistinct(ports);
  return ports;
}

/** @throws StartFault naming the first port that cannot be listened on, who holds it, and the variable to change. */
export async function assertPortsFree(ports: Record<string, number>) {
  for (const [variable, port] of Object.entries(ports)) {
    const problem = await tryListening(port);
    if (problem === null) continue;
    if (problem !== "EADDRINUSE") {
      throw new StartFault(`Port ${port} may not be listened on (${problem}): set ${variable} to another one.`);
    }
    const holder = findPortHolder(port);
    throw new StartFault(
      `Port ${port} is taken${holder ? ` by ${holder}` : ""}: stop it, or set ${variable} to another one.`,
    );
  }
}

function assertDistinct(ports: Ports) {
  const byPort = new Map<number, string>();
  for (const [variable, port] of Object.entries(ports)) {
    const other = byPort.get(port);
    if (other) throw new StartFault(`${other} and ${variable} are both ${port}: give one of them another port.`);
    byPort.set(port, variable);
  }
}

function tryListening(port: number): Promise<string | null> {
  const probe = createServer();
  return new Promise((answer) => {
    probe.once("error", (error: NodeJS.ErrnoException) => answer(error.code ?? error.message));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => answer(null)));
  });
}
