import { type AttemptId, type CaseId, type GenerationView, type MemberActor, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decideCase } from "../decisions/decide-case.ts";
import { testStaff } from "../testing/test-people.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { readAttempt } from "./read-attempt.ts";
import { runAttempt } from "./run-attempt.ts";
import { watchGeneration } from "./watch-generation.ts";

let studio: TestStudio;
let member: MemberActor;
beforeAll(async () => {
  studio = await testStudio();
  member = await studio.member();
});
afterAll(() => studio.deps.close());

type Watch = { next(): Promise<GenerationView | null>; leave(): void };

function watch(actor: MemberActor, id: GenerationView["id"]): Watch {
  const left = new AbortController();
  const views = watchGeneration(studio.deps, actor, id, left.signal);
  const next = async () => {
    const { done, value } = await views.next();
    return done === true ? null : value;
  };
  return { next, leave: () => left.abort() };
}

/** A wake too many shows the same state again; one too few would wait for ever. */
async function until(reader: Watch, state: GenerationView["state"]): Promise<void> {
  for (let seen = await reader.next(); seen?.state !== state; seen = await reader.next()) expect(seen).not.toBeNull();
}

it("shows a generation now, after each change, and ends when its reader leaves", async () => {
  const generationId = await studio.request(member);
  const reader = watch(member, generationId);
  expect(await reader.next()).toMatchObject({ state: "queued" });
  await runAttempt(studio.deps, { generationId });
  await until(reader, "running");
  const attempt = await studio.deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  await readAttempt(studio.deps, { attemptId: attempt.id as AttemptId });
  await until(reader, "delivered");
  const end = reader.next();
  reader.leave();
  expect(await end).toBeNull();
});

it("misses no change that falls while its reader is busy", async () => {
  const generationId = await studio.request(member);
  const reader = watch(member, generationId);
  await reader.next();
  await runAttempt(studio.deps, { generationId });
  const attempt = await studio.deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  await readAttempt(studio.deps, { attemptId: attempt.id as AttemptId });
  await until(reader, "delivered");
  reader.leave();
});

it("shows what a person decided about it after its end", async () => {
  const generationId = await studio.request(member, { prompt: "a standin-hate" });
  const reader = watch(member, generationId);
  expect(await reader.next()).toMatchObject({ strike: { state: "pending" } });
  const { id } = await studio.deps.db.rows.case.findUniqueOrThrow({ where: { generationId } });
  const moderator = await testStaff(studio.deps, { role: "moderator" });
  const decision = { requestId: newId("request"), outcome: "overturned", note: "A stand-in." } as const;
  await decideCase(studio.deps, moderator, { caseId: id as CaseId, ...decision });
  let seen = await reader.next();
  while (seen?.strike?.state === "pending") seen = await reader.next();
  expect(seen).toMatchObject({ strike: { state: "void" }, creditLines: [{}, { kind: "released" }] });
  reader.leave();
});

it("is not there for another member", async () => {
  const generationId = await studio.request(member);
  await expect(watch(await studio.member(), generationId).next()).rejects.toMatchObject({ code: "thing/not-found" });
});
