import { setTimeout as sleep } from "node:timers/promises";
import { PostgresFault } from "@covenant/postgres";
import { say } from "./announce.ts";
import { startDatabase, startServer } from "./database.ts";
import type { DatabaseAddresses } from "./environment.ts";
import { type RunRecord, signalGroup } from "./run-record.ts";
import type { Secrets } from "./secrets.ts";

export type KeptDatabase = {
  addresses: DatabaseAddresses;
  /** Orderly: sessions are cut, the data are flushed. */
  stop(): Promise<void>;
  /** At once, for a program that ends; the server recovers at its next start. */
  kill(): void;
};

type Place = { directory: string; port: number; secrets: Secrets; record: RunRecord };

/** Starts PostgreSQL and starts it again whenever it ends, as whoever runs one in production would. */
export async function keepDatabase({ directory, port, secrets, record }: Place): Promise<KeptDatabase> {
  let isStopping = false;
  const { server, ...addresses } = await startDatabase(directory, port, secrets);
  let current = server;
  record.add("postgres", current.processId);
  const kept = keep();

  async function keep() {
    for (;;) {
      await current.ended;
      if (isStopping) return;
      say("PostgreSQL ended; it is started again in 1 s.");
      await sleep(1_000); // Long enough for every process to notice that it is gone.
      if (isStopping) return;
      current = await startServer(directory, port, secrets).catch(stillDown);
      record.add("postgres", current.processId);
    }
  }
  /** The server that ended stays the current one, so that the next round tries again. */
  function stillDown(error: unknown) {
    if (!(error instanceof PostgresFault)) throw error;
    say(error.message);
    return current;
  }
  return {
    addresses,
    async stop() {
      isStopping = true;
      await current.stop();
      await kept;
    },
    kill() {
      if (isStopping) return;
      isStopping = true;
      signalGroup(current.processId, "SIGQUIT");
    },
  };
}
