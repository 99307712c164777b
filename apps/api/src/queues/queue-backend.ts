import {
  type BackendFactory,
  createPostgresBackend,
  type Processor,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
} from "bullmq";
import pg from "pg";

/** The one place that knows which store is behind the queues; everything else speaks BullMQ. */
export type QueueBackend = {
  readonly kind: "postgres" | "redis";
  queue(name: string): Queue;
  worker(name: string, process: Processor, options: Partial<WorkerOptions>): Worker;
  close(): Promise<void>;
};

export type QueueAddress = { databaseUrl: string; redisUrl?: string | undefined };

/** Opens the PostgreSQL backend, or Redis where an address is given. */
export function openQueueBackend({ databaseUrl, redisUrl }: QueueAddress): QueueBackend {
  return redisUrl === undefined ? onPostgres(databaseUrl) : onRedis(redisUrl);
}

function onPostgres(url: string): QueueBackend {
  // One pool for every queue and worker of the process; each worker listens on a connection of its own.
  const pool = new pg.Pool({ connectionString: url, max: 16, keepAlive: true, options: "-c search_path=bullmq" });
  pool.on("error", () => {});
  pool.setMaxListeners(0); // Every queue and worker hangs its own on the one pool.
  const factory = createPostgresBackend as unknown as BackendFactory<never, never>;
  const connection = pool as never;
  return {
    kind: "postgres",
    queue: (name) => new Queue(name, { connection }, factory) as unknown as Queue,
    worker: (name, process, options) =>
      new Worker(name, process as never, { ...options, connection }, factory) as unknown as Worker,
    close: () => pool.end(),
  };
}

function onRedis(url: string): QueueBackend {
  const connection = { url, maxRetriesPerRequest: null } as unknown as QueueOptions["connection"];
  return {
    kind: "redis",
    queue: (name) => new Queue(name, { connection }),
    worker: (name, process, options) => new Worker(name, process, { ...options, connection }),
    close: async () => {},
  };
}
