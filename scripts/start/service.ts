import type { Ports } from "./ports.ts";

/** A process of the demo. */
export type Service = {
  name: string;
  /** What Node runs, from the root of the checkout. */
  args: string[];
  /** Answers when the process can do its work; absent for one that listens on nothing. */
  readyUrl?: string;
};

/** Every process but the database, in the order they start. The world outside comes first, and the last to stop. */
export function services(ports: Ports): Service[] {
  const at = (port: number, path = "/") => `http://127.0.0.1:${port}${path}`;
  return [
    { name: "sandbox", args: ["packages/sandbox/bin/sandbox.ts"], readyUrl: at(ports.SANDBOX_PORT) },
    { name: "api", args: ["apps/api/src/server.ts"], readyUrl: at(ports.API_PORT, "/readyz") },
    { name: "worker", args: ["apps/api/src/worker.ts"] },
    { name: "web", args: ["apps/web/server/server.ts"], readyUrl: at(ports.WEB_PORT) },
    { name: "admin", args: ["apps/admin/server/server.ts"], readyUrl: at(ports.ADMIN_PORT) },
  ].map((service) => ({ ...service, args: ["--import", "tsx", ...service.args] }));
}
