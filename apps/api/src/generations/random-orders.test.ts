import {
  type AttemptId,
  duration,
  type GenerationId,
  isTerminal,
  type MemberActor,
  Refusal,
  type StaffActor,
} from "@covenant/domain";
import type { Outcome, Submitted } from "@covenant/providers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { accepted, finished, waiting } from "../testing/scripted-provider.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { testStaff } from "../testing/test-people.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { adoptAttempt } from "./adopt-attempt.ts";
import { cancelGeneration } from "./cancel-generation.ts";
import { cancelUpstream } from "./cancel-upstream.ts";
import { attachOrphan, releaseOrphan } from "./orphans.ts";
import { readAttempt } from "./read-attempt.ts";

const price = 2;
const walks = 16;
const steps = 14;
let studio: TestStudio;
let member: MemberActor;
let operator: StaffActor;

beforeAll(async () => {
  studio = await testStudio();
  operator = await testStaff(studio.deps, { role: "admin" });
});
beforeEach(async () => {
  member = await openStudio(studio);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { attemptsOf, run, view, balance } = attemptsOn(
  () => studio,
  () => member,
);

/** The same numbers for the same seed, from 0 to below 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What an upstream really does with a submission, whatever it gets to say about it. */
function upstreamOf(random: () => number) {
  const jobs = new Map<string, { outcome: Outcome; readsUntil: number }>();
  const submitted = new Map<AttemptId, number>();
  const pick = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0];
  const failure = (of: "transient" | "policy-output"): Outcome => ({
    kind: "failed",
    failure: { class: of, category: null, stage: "run", detail: "scripted" },
  });
  const outcomes = [
    finished,
    finished,
    finished,
    failure("transient"),
    failure("policy-output"),
    { kind: "gone" },
  ] as const;
  return {
    submitted,
    submit(attemptId: AttemptId): Submitted {
      submitted.set(attemptId, (submitted.get(attemptId) ?? 0) + 1);
      const upstreamId = `job-${attemptId}`;
      const takes = () => jobs.set(upstreamId, { outcome: pick(outcomes), readsUntil: Math.floor(random() * 4) });
      switch (pick(["takes", "takes", "takes", "takes, answer lost", "answer lost", "dies"])) {
        case "takes":
          takes();
          return accepted(upstreamId);
        case "takes, answer lost":
          takes();
          return { kind: "unknown-outcome", detail: "socket closed" };
        case "answer lost":
          return { kind: "unknown-outcome", detail: "socket closed" };
        default:
          takes();
          throw new Error("the process died");
      }
    },
    read(upstreamId: string): Outcome {
      const job = jobs.get(upstreamId);
      if (job === undefined) return { kind: "gone" };
      job.readsUntil -= 1;
      return job.readsUntil < 0 ? job.outcome : waiting;
    },
  };
}

/** A step that may be refused, or whose process may die, in any order with others: what it does not do, another does. */
async function survive(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    const isExpected = error instanceof Refusal || String(error).includes("the process died");
    if (!isExpected) throw error;
  }
}

const note = "A step of a random walk.";

async function stepsFrom(generationId: GenerationId): Promise<Record<string, () => Promise<unknown>>> {
  const [last] = (await attemptsOf(generationId)).slice(-1);
  const attemptId = last?.id as AttemptId | undefined;
  const { deps } = studio;
  const always = {
    run: () => run(generationId),
    runTwice: () => Promise.all([run(generationId), run(generationId)]),
    later: async () => deps.clock.advance(duration.seconds(20)),
  };
  if (attemptId === undefined) return always;
  const hint = { upstreamId: `job-${attemptId}` };
  const read = () => readAttempt(deps, { attemptId });
  const hear = () => adoptAttempt(deps, { attemptId, provider: "fal", hint });
  return {
    ...always,
    poll: read,
    pollTwice: () => Promise.all([read(), read()]),
    webhook: () => hear().then(read),
    webhookTwiceAndPoll: () => Promise.all([hear(), hear(), read()]),
    muchLater: async () => deps.clock.advance(duration.minutes(25)),
    cancel: () => cancelGeneration(deps, member, generationId),
    cancelAndPoll: () => Promise.all([cancelGeneration(deps, member, generationId), read()]),
    askToStop: () => cancelUpstream(deps, { attemptId }),
    attach: () => attachOrphan(deps, operator, { attemptId, upstreamId: hint.upstreamId, note }),
    release: () => releaseOrphan(deps, operator, { attemptId, note }),
  };
}

/** Nothing is left but that time passes: every job comes, late. */
async function bringToAnEnd(generationId: GenerationId): Promise<void> {
  for (let round = 0; round < 12 && !isTerminal((await view(generationId)).state); round += 1) {
    await survive(run(generationId));
    for (const { id } of await attemptsOf(generationId)) {
      await survive(readAttempt(studio.deps, { attemptId: id as AttemptId }));
    }
    if (round > 5) studio.deps.clock.advance(duration.days(2));
  }
}

it.each(Array.from({ length: walks }, (_, seed) => seed))(
  "ends once, is paid at most once and is sent once for each attempt, in whatever order things come (%i)",
  { timeout: 60_000 },
  async (seed) => {
    const random = randomFrom(seed * 7919 + 1);
    const upstream = upstreamOf(random);
    studio.provider.onSubmit(({ attemptId }) => upstream.submit(attemptId));
    studio.provider.onRead(({ upstreamId }) => upstream.read(upstreamId));
    const generationId = await studio.request(member);
    const walked: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      const possible = Object.entries(await stepsFrom(generationId));
      const [name, take] = possible[Math.floor(random() * possible.length)] ?? ["none", async () => undefined];
      walked.push(name);
      await survive(take());
    }
    await bringToAnEnd(generationId);

    const ended = await view(generationId);
    const attempts = await attemptsOf(generationId);
    const about = `${walked.join(" ")} → ${ended.state}`;
    expect(isTerminal(ended.state), about).toBe(true);
    expect(
      [...upstream.submitted.values()].every((times) => times === 1),
      about,
    ).toBe(true);
    // What may exist upstream is never sent a second time, by whichever attempt.
    const lost = attempts.findIndex(({ lostAt, handle }) => lostAt !== null && handle === null);
    expect(lost === -1 || lost === attempts.length - 1, about).toBe(true);
    expect(attempts.filter(({ state }) => state === "finished").length, about).toBe(
      ended.state === "delivered" ? 1 : 0,
    );
    expect(ended.artifacts, about).toHaveLength(ended.state === "delivered" ? 1 : 0);
    const paid = ended.state === "delivered" ? price : 0;
    expect(await balance(), about).toMatchObject({ available: 100 - paid, held: 0 });
  },
);
