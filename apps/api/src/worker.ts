import { replayPurgeLog } from "./artifacts/purge-log.ts";
import { buildDeps } from "./build-deps.ts";
import { badConfiguration, ConfigurationError, readSettings } from "./env.ts";
import { handlers } from "./handlers.ts";
import { consume } from "./queues/consume.ts";
import { openQueueBackend } from "./queues/queue-backend.ts";
import { relayToQueue } from "./queues/relay-to-queue.ts";
import { schedule } from "./queues/schedule.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

/** The worker process: runs every job, sweeps the rows, and on Redis carries the outbox over. */
async function main(): Promise<void> {
  const settings = readSettings();
  const deps = await buildDeps(settings, "worker");
  // Nothing is read or done on a restored backup before it has learnt what was purged since.
  await replayPurgeLog(deps);
  const backend = openQueueBackend({ databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL });
  const relay = relayToQueue(deps, backend);
  const consumer = consume(deps, backend, handlers);
  await schedule(backend);
  deps.log.info({ queue: backend.kind }, "worker ready");
  stopOnSignal(deps.log, async () => {
    await consumer.close();
    await relay.close();
    await backend.close();
    await deps.close();
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(error instanceof ConfigurationError ? badConfiguration : 1);
});
