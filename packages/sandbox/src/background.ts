import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** Work that outlives the request that began it: queue runs, webhook deliveries, expiries. */
export type Background = {
  /** Begins a task; its failure is reported, never thrown into nowhere. */
  start(name: string, task: () => Promise<void>): void;
  /** Waits; rejects with an AbortError once the sandbox closes. */
  sleep(milliseconds: number): Promise<void>;
  /** Aborted when the sandbox closes. */
  signal: AbortSignal;
  /** Ends every wait and waits for what still runs. */
  close(): Promise<void>;
};

/** `onFailure` hears of tasks that failed for a reason of their own; those that end with the sandbox are silent. */
export function createBackground(onFailure: (name: string, error: unknown) => void): Background {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // Every wait and delivery listens, and there may be hundreds.
  const running = new Set<Promise<void>>();
  return {
    signal: controller.signal,
    sleep: (milliseconds) => wait(milliseconds, undefined, { signal: controller.signal }),
    start(name, task) {
      const run = task()
        .catch((error: unknown) => {
          if (!controller.signal.aborted) onFailure(name, error);
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async close() {
      controller.abort();
      await Promise.all(running);
    },
  };
}
