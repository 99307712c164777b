import { setTimeout as sleep } from "node:timers/promises";
import { type DemoDatabase, startDatabase } from "@covenant/scripts/start/database.ts";
import type { RunRecord } from "@covenant/scripts/start/run-record.ts";
import type { Secrets } from "@covenant/scripts/start/secrets.ts";

export type KeptDatabase = { addresses: DemoDatabase; stop(): Promise<void> };

type Place = { directory: string; port: number; secrets: Secrets; record: RunRecord };

/** Starts PostgreSQL and starts it again whenever it ends, as whoever runs one in production would. */
export async function keepDatabase({ directory, port, secrets, record }: Place): Promise<KeptDatabase> {
  let isStopping = false;
  let current = await start();
  const kept = keep();

  async function start() {
    const database = await startDatabase(directory, port, secrets);
    record.add("postgres", database.server.processId);
    return database;
  }
  async function keep() {
    for (;;) {
      await current.server.ended;
      if (isStopping) return;
      await sleep(1_000); // Long enough for every process to notice that it is gone.
      current = await start();
    }
  }
  return {
    addresses: current,
    async stop() {
      isStopping = true;
      await current.server.stop();
      await kept;
    },
  };
}
