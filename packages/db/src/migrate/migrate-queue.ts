import { runMigrations } from "bullmq";
import type pg from "pg";

/** Brings the queue's own schema to the version of the installed BullMQ, which no longer migrates by itself. */
export async function migrateQueue(client: pg.Client): Promise<void> {
  await runMigrations(client);
}
