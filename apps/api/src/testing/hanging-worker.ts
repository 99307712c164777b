import { openQueueBackend } from "../queues/queue-backend.ts";

// A worker that takes a job and never ends it, to be killed while it holds it: `hanging-worker <queue> <database> [redis]`.
const [, , queue = "", databaseUrl = "", redisUrl] = process.argv;
const backend = openQueueBackend({ databaseUrl, redisUrl });
const hang = async () => {
  process.send?.("took it");
  await new Promise(() => {});
};
backend.worker(queue, hang, { lockDuration: 1_000, stalledInterval: 1_000 }).on("error", () => {});
