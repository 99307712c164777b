import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFault, say } from "./announce.ts";
import { keepLog } from "./log-lines.ts";
import { type RunRecord, signalGroup } from "./run-record.ts";
import type { Service } from "./service.ts";
import { stopping } from "./stopping.ts";

type Child = ChildProcessByStdio<null, Readable, Readable>;
type Place = { root: string; logDirectory: string; environment: NodeJS.ProcessEnv; record: RunRecord };

/** sysexits.h EX_CONFIG: a process that cannot use its configuration cannot use it a second later either. */
const badConfiguration = 78;
const orderlyStopMs = 8_000;
/** A process that lived this long is taken to have started well: its next restart waits the shortest time again. */
const settledMs = 30_000;
/** So many deaths before the first answer mean that it will not come. */
const hopelessDeaths = 3;

/** Keeps the demo's processes running: starts them, starts them again when they die, and ends them all. */
export class Supervisor {
  readonly #place: Place;
  readonly #running = new Map<string, Child>();
  readonly #deaths = new Map<string, number>();
  #isStopping = false;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Starts a process, in a group of its own, and from then on restarts it with a growing pause whenever it ends. */
  start(service: Service, pauseMs = 500) {
    if (this.#isStopping) return;
    const startedAt = performance.now();
    const child = spawn(process.execPath, service.args, {
      cwd: join(this.#place.root, service.folder ?? ""),
      env: this.#place.environment,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#running.set(service.name, child);
    if (child.pid) this.#place.record.add(service.name, child.pid);
    keepLog(service.name, this.logFileOf(service.name), child.stdout, child.stderr, say);
    child.once("exit", (code, signal) => {
      this.#running.delete(service.name);
      if (child.pid) signalGroup(child.pid, "SIGKILL"); // Whatever it had started ends with it.
      const lived = performance.now() - startedAt;
      this.#restart(service, code ?? signal ?? "unknown", lived > settledMs ? 500 : pauseMs);
    });
  }

  /** Resolves when the process answers. @throws StartFault naming its log when it keeps dying, or is silent for a minute. */
  async untilReady({ name, readyUrl }: Service) {
    if (!readyUrl) return;
    for (const startedAt = performance.now(); performance.now() - startedAt < 60_000; await sleep(100)) {
      stopping.signal.throwIfAborted();
      if ((this.#deaths.get(name) ?? 0) >= hopelessDeaths) break;
      const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (answer && answer.status < 500) return;
    }
    throw new StartFault(`${name} did not get ready: see ${this.logFileOf(name)}.`);
  }

  /** Asks every process to finish and waits; what has not ended by then is ended. */
  async stop() {
    this.#isStopping = true;
    const children = [...this.#running.values()].reverse();
    for (const child of children) child.kill("SIGTERM");
    const ended = Promise.all(children.map((child) => (isOver(child) ? null : once(child, "exit"))));
    const late = new AbortController();
    await Promise.race([ended, sleep(orderlyStopMs, null, late)]);
    late.abort();
    this.kill();
    await ended;
  }

  /** Ends every process and what it started, at once. */
  kill() {
    this.#isStopping = true;
    for (const child of this.#running.values()) if (child.pid) signalGroup(child.pid, "SIGKILL");
  }

  logFileOf(name: string) {
    return `${this.#place.logDirectory}/${name}.log`;
  }

  async #restart(service: Service, cause: number | string, pauseMs: number) {
    if (this.#isStopping) return;
    this.#deaths.set(service.name, (this.#deaths.get(service.name) ?? 0) + 1);
    if (cause === badConfiguration) {
      this.#deaths.set(service.name, hopelessDeaths);
      say(
        `${service.name} cannot use its configuration and is not started again: see ${this.logFileOf(service.name)}.`,
      );
      return;
    }
    say(`${service.name} ended (${cause}); it is started again in ${pauseMs / 1000} s.`);
    await sleep(pauseMs);
    this.start(service, Math.min(pauseMs * 2, 15_000));
  }
}

const isOver = (child: Child) => child.exitCode !== null || child.signalCode !== null;
