import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFault, say } from "./announce.ts";
import type { Ports } from "./ports.ts";
import { identityOf } from "./process-identity.ts";

type Entry = { name: string; processId: number; identity: string };
type Run = { supervisor: Entry; ports?: Ports; children: Entry[] };

/**
 * The processes and ports of this run, on disk: the next start ends what a killed one left behind, and a command finds
 * the demo wherever it listens.
 */
export class RunRecord {
  readonly #file: string;
  readonly #ports: Ports | undefined;
  readonly #supervisor = entryOf("npm start", process.pid);
  readonly #children = new Map<string, Entry>();

  constructor(file: string, ports?: Ports) {
    this.#file = file;
    this.#ports = ports;
    this.#write();
  }

  add(name: string, processId: number) {
    this.#children.set(name, entryOf(name, processId));
    this.#write();
  }

  remove() {
    rmSync(this.#file, { force: true });
  }

  /** Renamed into place: a kill in the middle of a write leaves the earlier record whole. */
  #write() {
    const children = [...this.#children.values()];
    const record: Run = { supervisor: this.#supervisor, ...(this.#ports && { ports: this.#ports }), children };
    writeFileSync(`${this.#file}.new`, JSON.stringify(record));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/**
 * Ends what an earlier run left: each recorded process that still is the one recorded, with its whole group.
 * @throws StartFault when that run is not dead at all.
 */
export async function endLeftovers(file: string) {
  const record = read(file);
  if (!record) return;
  if (isStill(record.supervisor)) {
    throw new StartFault(`Covenant already runs here (process ${record.supervisor.processId}): stop it first.`);
  }
  const left = record.children.filter(isStill);
  if (left.length > 0) say(`Ending what an earlier run left: ${left.map((entry) => entry.name).join(", ")}.`);
  // To PostgreSQL a SIGTERM means: when the last session has ended. A SIGINT ends the sessions.
  for (const entry of left) signalGroup(entry.processId, entry.name === "postgres" ? "SIGINT" : "SIGTERM");
  for (let waited = 0; left.some(isStill) && waited < 10_000; waited += 50) await sleep(50);
  for (const entry of left.filter(isStill)) signalGroup(entry.processId, "SIGKILL");
  rmSync(file, { force: true });
}

/** The process and the ports of the run recorded here; `null` when it is not alive. */
export function findRun(file: string): { processId: number; ports: Ports | null } | null {
  const record = read(file);
  if (!record || !isStill(record.supervisor)) return null;
  return { processId: record.supervisor.processId, ports: record.ports ?? null };
}

/** Signals a process and all it started. A group that is gone is what was wanted. */
export function signalGroup(processId: number, signal: NodeJS.Signals) {
  try {
    process.kill(-processId, signal);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EPERM")
      throw new StartFault(`Process ${processId} of an earlier run is another user's: stop it as them.`);
    if (code !== "ESRCH") throw error;
  }
}

function entryOf(name: string, processId: number): Entry {
  return { name, processId, identity: identityOf(processId) ?? "gone" };
}

function isStill({ processId, identity }: Entry): boolean {
  return identityOf(processId) === identity;
}

function read(file: string): Run | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // No earlier run, or a record that tells nothing.
  }
}
