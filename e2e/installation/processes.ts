import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { identityOf } from "@covenant/scripts/start/process-identity.ts";
import { vi } from "vitest";
import { installation } from "./installation.ts";

export type ProcessName = "api" | "worker" | "web" | "admin" | "postgres";
type Entry = { name: string; processId: number; identity: string };

/**
 * Ends a process as a power cut would. It is started again by whoever keeps it. The database is told to stop at once
 * (SIGQUIT), which skips its last checkpoint as well, and ends its own children with it.
 */
export function killNow(name: ProcessName): void {
  const { processId, identity } = entryOf(name);
  if (identityOf(processId) !== identity) throw new Error(`${name} does not run, so it cannot be killed`);
  process.kill(processId, name === "postgres" ? "SIGQUIT" : "SIGKILL");
}

/** Waits until another process than before runs under each name, and both the api and the members' app do their work. */
export async function untilRestarted(names: readonly ProcessName[], work: () => Promise<void>): Promise<void> {
  const before = new Map(names.map((name) => [name, entryOf(name).processId]));
  await work();
  await vi.waitFor(
    async () => {
      for (const name of names) {
        const { processId, identity } = entryOf(name);
        if (processId === before.get(name) || identityOf(processId) !== identity) throw new Error(`${name} is down`);
      }
      const { API_PORT, WEB_PORT } = installation.ports;
      const answers = await Promise.all(
        [`http://127.0.0.1:${API_PORT}/readyz`, `http://127.0.0.1:${WEB_PORT}/`].map((address) => fetch(address)),
      );
      if (!answers.every(({ ok }) => ok)) throw new Error("not everything is ready");
    },
    { timeout: 120_000, interval: 200 },
  );
}

/** Runs one of the repository's own commands against this installation. @throws Error with what it said when it fails. */
export async function runCommand(file: string): Promise<string> {
  const { root, environment } = installation;
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", file], {
    cwd: root,
    env: environment,
  });
  return stdout;
}

function entryOf(name: ProcessName): Entry {
  const { children }: { children: Entry[] } = JSON.parse(readFileSync(installation.runFile, "utf8"));
  const found = children.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`there is no process ${name}`);
  return found;
}
