import { setTimeout as sleep } from "node:timers/promises";
import { PostgresFault } from "@covenant/postgres";
import { say } from "./announce.ts";
import { type DemoDatabase, startDatabase } from "./database.ts";
import { type RunRecord, signalGroup } from "./run-record.ts";
import type { Secrets } from "./secrets.ts";

export type KeptDatabase = {
  addresses: DemoDatabase;
  /** Orderly: sessions are cut, the data are flushed. */
  stop(): Promise<void>;
  /** At once, for a program that ends; the server recovers at its next start. */
  kill(): void;
};

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
      say("PostgreSQL ended; it is started again in 1 s.");
      await sleep(1_000); // Long enough for every process to notice that it is gone.
      if (isStopping) return;
      current = await start().catch(stillDown);
    }
  }
  /** Its `ended` is over already, so that the next round tries again. */
  function stillDown(error: unknown) {
    if (!(error instanceof PostgresFault)) throw error;
    say(error.message);
    return current;
  }
  return {
    addresses: current,
    async stop() {
      isStopping = true;
      await current.server.stop();
      await kept;
    },
    kill() {
      if (isStopping) return;
      isStopping = true;
      signalGroup(current.server.processId, "SIGQUIT");
    },
  };
}
