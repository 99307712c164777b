import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { connectDatabase, type Database, enqueue, outboxSink, postgresSink } from "@covenant/db";
import { newId } from "@covenant/domain";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { consume, handle } from "./consume.ts";
import type { Job } from "./define-job.ts";
import { openQueueBackend, type QueueBackend } from "./queue-backend.ts";
import { relayToQueue } from "./relay-to-queue.ts";

/** The same promises on PostgreSQL always, and on Redis where there is one. */
const redisUrl = process.env.REDIS_URL;
const kinds = [{ kind: "postgres" }, ...(redisUrl === undefined ? [] : [{ kind: "redis" }])] as const;
/** A worker that fell silent is soon taken for dead. On a busy machine a living one is, too: for the one test of death alone. */
const quick = { lockDuration: 1_000, stalledInterval: 1_000 };
const patience = { timeout: 30_000, interval: 50 };

type Note = { word: string };

describe.each(kinds)("on $kind", ({ kind }) => {
  let deps: TestDeps;
  let db: Database;
  let backend: QueueBackend;
  let relay: ReturnType<typeof relayToQueue>;

  beforeAll(async () => {
    deps = await testDeps();
    const ofRedis = kind === "redis";
    db = connectDatabase({ url: deps.database.url, jobs: ofRedis ? outboxSink : postgresSink });
    backend = openQueueBackend({ databaseUrl: deps.database.url, redisUrl: ofRedis ? redisUrl : undefined });
    relay = relayToQueue({ ...deps, db }, backend);
  });
  afterAll(async () => {
    await relay.close();
    await backend.close();
    await db.close();
    await deps.close();
  });

  const newJob = (): Job<Note> => ({
    queue: `test-${newId("request")}`,
    name: "note",
    schema: z.object({ word: z.string() }),
  });
  const tell = (job: Job<Note>, word: string, delay = 0) =>
    db.transaction((tx) => enqueue(tx, job, { word }, { delay }));

  it("delivers what a committed transaction queued, and nothing of one that was undone", async () => {
    const job = newJob();
    const heard: string[] = [];
    const undone = db.transaction(async (tx) => {
      await enqueue(tx, job, { word: "undone" });
      throw new Error("the business refused");
    });
    await expect(undone).rejects.toThrow("the business refused");
    await tell(job, "kept");
    const consumer = consume(deps, backend, [handle(job, async (_, { word }) => void heard.push(word))]);
    await vi.waitFor(() => expect(heard).toEqual(["kept"]), patience);
    await consumer.close();
  });

  it("shows no job before its transaction commits, and then does it once", async () => {
    const job = newJob();
    const heard: string[] = [];
    const consumer = consume(deps, backend, [handle(job, async (_, { word }) => void heard.push(word))]);
    await db.transaction(async (tx) => {
      await enqueue(tx, job, { word: "committed" });
      await setTimeout(700);
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual(["committed"]), patience);
    await setTimeout(700);
    expect(heard).toEqual(["committed"]);
    await consumer.close();
  });

  it("does two hundred and fifty jobs of one transaction once each", async () => {
    const job = newJob();
    const words = Array.from({ length: 250 }, (_, index) => `word ${index}`);
    await db.transaction(async (tx) => {
      for (const word of words) await enqueue(tx, job, { word });
    });
    const heard: string[] = [];
    const consumer = consume(deps, backend, [handle(job, async (_, { word }) => void heard.push(word))]);
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(words.toSorted()), patience);
    expect(await db.rows.outboxJob.count()).toBe(0);
    await consumer.close();
  });

  it("runs nothing whose payload is not what its schema says", async () => {
    const job = newJob();
    const heard: string[] = [];
    await db.transaction((tx) => enqueue(tx, { queue: job.queue, name: job.name }, { word: 7 }));
    await tell(job, "right");
    const consumer = consume(deps, backend, [handle(job, async (_, { word }) => void heard.push(word))]);
    await vi.waitFor(() => expect(heard).toEqual(["right"]), patience);
    await setTimeout(300);
    expect(heard).toEqual(["right"]);
    await consumer.close();
  });

  it("tries a job again whose handler threw", async () => {
    const job = newJob();
    const heard: string[] = [];
    const handler = handle(job, async (_, { word }) => {
      heard.push(word);
      if (heard.length < 3) throw new Error("the world failed");
    });
    const consumer = consume(deps, backend, [handler]);
    await tell(job, "again");
    await vi.waitFor(() => expect(heard).toEqual(["again", "again", "again"]), patience);
    await consumer.close();
  });

  it("keeps a delayed job back until its time", async () => {
    const job = newJob();
    const heard: number[] = [];
    const consumer = consume(deps, backend, [handle(job, async () => void heard.push(Date.now()))]);
    const told = Date.now();
    await tell(job, "later", 1_200);
    await vi.waitFor(() => expect(heard).toHaveLength(1), patience);
    expect((heard[0] ?? 0) - told).toBeGreaterThanOrEqual(1_150);
    await consumer.close();
  });

  it("gives the job of a worker that was killed to another", async () => {
    const job = newJob();
    const entry = fileURLToPath(new URL("../testing/hanging-worker.ts", import.meta.url));
    const words = [job.queue, deps.database.url, ...(kind === "redis" && redisUrl !== undefined ? [redisUrl] : [])];
    const doomed = fork(entry, words, {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    await tell(job, "survives");
    await once(doomed, "message");
    doomed.kill("SIGKILL");
    const heard: string[] = [];
    const consumer = consume(deps, backend, [handle(job, async (_, { word }) => void heard.push(word))], quick);
    await vi.waitFor(() => expect(heard).toEqual(["survives"]), patience);
    await consumer.close();
  });

  it("comes round on a schedule that several workers ask for", async () => {
    const job = newJob();
    const heard: string[] = [];
    const queue = backend.queue(job.queue);
    const ask = () => queue.upsertJobScheduler("round", { every: 400 }, { name: job.name, data: { word: "round" } });
    await Promise.all([ask(), ask()]);
    const consumer = consume(deps, backend, [handle(job, async (_, { word }) => void heard.push(word))]);
    await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(3), patience);
    await consumer.close();
    await queue.close();
  });

  if (kind === "postgres") {
    it("makes nothing in the database but the job", async () => {
      const things = "SELECT 1 FROM pg_class WHERE relnamespace = 'bullmq'::regnamespace";
      const before = (await db.query(things, [])).length;
      await tell(newJob(), "alone");
      expect((await db.query(things, [])).length).toBe(before);
    });
  }
});
