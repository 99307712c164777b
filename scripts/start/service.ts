import type { Ports } from "./ports.ts";

/** A process of the demo. */
export type Service = {
  name: string;
  /** What Node runs, and the folder it runs in: the root of the checkout when absent. */
  args: string[];
  folder?: string;
  /** Answers when the process can do its work; absent for one that listens on nothing. */
  readyUrl?: string;
};

/**
 * Every process but the database, in the order they start. The world outside comes first, and the last to stop.
 * With `reload`, a changed source restarts its process, and Vite serves the two apps from their sources.
 */
export function services(ports: Ports, reload = false): Service[] {
  const at = (port: number, path = "/") => `http://127.0.0.1:${port}${path}`;
  const program = (file: string) => [
    ...(reload ? ["--watch", "--watch-preserve-output"] : []),
    "--import",
    "tsx",
    file,
  ];
  const app = (name: "web" | "admin", port: number): Service => {
    // The runner reads a configuration that imports TypeScript of another package.
    const vite = [
      "node_modules/vite/bin/vite.js",
      "--configLoader",
      "runner",
      "--host",
      "127.0.0.1",
      "--port",
      `${port}`,
    ];
    const served = reload ? { folder: `apps/${name}`, args: vite } : { args: program(`apps/${name}/server/server.ts`) };
    return { name, ...served, readyUrl: at(port) };
  };
  return [
    { name: "sandbox", args: program("packages/sandbox/bin/sandbox.ts"), readyUrl: at(ports.SANDBOX_PORT) },
    { name: "api", args: program("apps/api/src/server.ts"), readyUrl: at(ports.API_PORT, "/readyz") },
    { name: "worker", args: program("apps/api/src/worker.ts") },
    app("web", ports.WEB_PORT),
    app("admin", ports.ADMIN_PORT),
  ];
}
