import { relayOutbox, retention, retries } from "@covenant/db";
import type { Queue } from "bullmq";
import type { Deps } from "../deps.ts";
import type { QueueBackend } from "./queue-backend.ts";

export type Relay = { close(): Promise<void> };

const idleMs = 200;

/** On Redis, carries the outbox to the queue for as long as the process lives. On PostgreSQL there is nothing to carry. */
export function relayToQueue(deps: Deps, backend: QueueBackend): Relay {
  if (backend.kind === "postgres") return { close: async () => {} };
  const queues = new Map<string, Queue>();
  const queueOf = (name: string) =>
    queues.get(name) ?? queues.set(name, backend.queue(name)).get(name) ?? backend.queue(name);
  let open = true;

  async function run(): Promise<void> {
    while (open) {
      const moved = await relayOutbox(deps.db, async ({ queue, name, payload, options }) => {
        await queueOf(queue).add(name, payload, { ...retries, ...retention, ...options });
      }).catch((error: unknown) => {
        deps.log.error({ err: error }, "outbox not carried");
        return 0;
      });
      if (moved === 0) await new Promise((resume) => setTimeout(resume, idleMs));
    }
  }

  const running = run();
  return {
    async close() {
      open = false;
      await running;
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
