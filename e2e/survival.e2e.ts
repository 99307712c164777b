import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { see } from "./browser/see.ts";
import { visitors } from "./browser/visitors.ts";
import { originOf } from "./installation/installation.ts";
import { killNow, type ProcessName, runCommand, untilRestarted } from "./installation/processes.ts";
import { records } from "./installation/records.ts";
import { openPayment, payByCard } from "./steps/buy-credits.ts";
import { newPerson } from "./steps/people.ts";
import { requestMany } from "./steps/request-many.ts";
import { join } from "./steps/sign-up.ts";

const { arrive } = visitors();
let page: Page;

beforeAll(async () => {
  page = await arrive(originOf("image-ai-run"));
  await join(page, newPerson());
  await openPayment(page, "100 credits", "Buy with card");
  await payByCard(page);
  await see(page, "Spend 100 credits");
});

/** Some quick, some slow, one that fails, one whose webhook never comes. */
const mixed = [
  "a pier",
  "a pier [slow]",
  "a mill [slow]",
  "a mill [no-webhook]",
  "a barn [fail-once]",
  "a quay [slow]",
];

it("finishes what a worker was doing when it was killed", async () => {
  const ids = await requestMany(page, mixed);
  await untilSome(ids, "running");
  await untilRestarted(["worker"], async () => killNow("worker"));
  await expectAllSettled(ids);
}, 400_000);

it("finishes everything after every process and the database were killed", async () => {
  const ids = await requestMany(page, mixed);
  await untilSome(ids, "running");
  const everything: ProcessName[] = ["worker", "api", "web", "admin", "postgres"];
  await untilRestarted(everything, async () => {
    for (const name of everything) killNow(name);
    await sleep(500);
  });
  await expectAllSettled(ids);
}, 400_000);

it("finishes what was in a queue that was lost", async () => {
  const ids = await requestMany(page, mixed);
  await untilSome(ids, "running");
  await records("DELETE FROM bullmq.job WHERE queue = 'generations'");
  await expectAllSettled(ids);
}, 400_000);

it("still has a page that follows its generation after all that", async () => {
  const [id = ""] = await requestMany(page, ["a lamp after the storm"]);
  await page.goto(`/g/${id}`);
  await see(page, "Delivered");
});

it("kept books in which every credit is accounted for", async () => {
  expect(await runCommand("packages/db/bin/ledger-audit.ts")).toContain("The ledger is what its entries make it.");
});

it("left no file readable past its time", async () => {
  expect(await runCommand("apps/api/bin/retention-verify.ts")).toContain("Nothing past due is readable.");
});

async function untilSome(ids: readonly string[], state: string): Promise<void> {
  const some = "SELECT 1 FROM generation WHERE id = ANY($1) AND state = $2";
  await expect.poll(async () => (await records(some, [ids, state])).length, { timeout: 60_000 }).toBeGreaterThan(2);
}

type End = { state: string; hold: string; captures: string; releases: string; files: string; reason: string };

/** Whose answer from the model was lost with a process: it is not asked for twice, and given up at its deadline. */
const unanswered = `EXISTS (SELECT 1 FROM attempt a WHERE a.generation_id = g.id AND a.ended_at IS NULL AND a.handle IS NULL)`;
const settling = { timeout: 180_000, interval: 500 };

/** Every generation ends in time; its hold ended once, as its state says; no file came twice. */
async function expectAllSettled(ids: readonly string[]): Promise<void> {
  const open = "SELECT id, state, reason FROM generation g WHERE id = ANY($1) AND ended_at IS NULL";
  await expect.poll(() => records(`${open} AND NOT ${unanswered}`, [ids]), settling).toEqual([]);
  // Two minutes are a long time. A webhook that is still under way has these seconds to tell what the answer was.
  const nearer = "UPDATE generation SET finish_by = least(finish_by, now() + interval '15 seconds') WHERE id = ANY($1)";
  await records(`${nearer} AND ended_at IS NULL`, [ids]);
  // What was sent and never answered waits a day for a person, who has nothing to say here.
  const letGo = `UPDATE generation g SET finish_by = now() FROM attempt a
    WHERE a.generation_id = g.id AND g.id = ANY($1) AND g.ended_at IS NULL AND a.held_until IS NOT NULL`;
  const left = async () => {
    await records(letGo, [ids]);
    return records(open, [ids]);
  };
  await expect.poll(left, settling).toEqual([]);
  const ends = await records<End>(
    `SELECT g.state, g.reason, h.state AS hold,
       (SELECT count(*) FROM ledger.entry e WHERE e.hold_id = h.id AND e.kind = 'capture' AND e.to_bucket = 'spent') AS captures,
       (SELECT count(*) FROM ledger.entry e WHERE e.hold_id = h.id AND e.to_bucket = 'available') AS releases,
       (SELECT count(*) FROM artifact a WHERE a.generation_id = g.id) AS files
     FROM generation g JOIN ledger.hold h ON h.id = g.hold_id WHERE g.id = ANY($1)`,
    [ids],
  );
  expect(ends).toHaveLength(ids.length);
  for (const end of ends) expect(end).toMatchObject(end.state === "delivered" ? paidOnce : givenBackOnce);
  expect(ends.filter(({ state }) => state === "delivered").length).toBeGreaterThanOrEqual(ids.length - 2);
}

const paidOnce = { hold: "captured", captures: "1", releases: "0", files: "1" };
const givenBackOnce = { state: "failed", hold: "released", captures: "0", releases: "1", files: "0" };
