import { getBalance } from "@covenant/db";
import type { AttemptId, GenerationId, MemberActor } from "@covenant/domain";
import { runAttempt } from "../generations/run-attempt.ts";
import { viewGeneration } from "../generations/view-generation.ts";
import { accepted, finished } from "./scripted-provider.ts";
import { smallPicture, type TestStudio } from "./test-studio.ts";

/** A studio as it opens: now, an upstream that accepts and finishes, a picture to fetch, and a new member with credits. */
export async function openStudio(studio: TestStudio): Promise<MemberActor> {
  studio.deps.clock.set(new Date().toISOString());
  await forgetTroubles(studio);
  studio.provider.onSubmit(({ attemptId }) => accepted(attemptId));
  studio.provider.onRead(() => finished);
  studio.fetches(smallPicture);
  return studio.member();
}

/** What earlier tests made upstreams do says nothing of them now. */
export async function forgetTroubles({ deps }: TestStudio): Promise<void> {
  await deps.db.rows.breaker.deleteMany();
  await deps.db.rows.alarm.updateMany({
    where: { resolvedAt: null },
    data: { resolvedAt: deps.clock.now(), resolvedBy: "test" },
  });
  await deps.db.query("UPDATE attempt SET ended_at = ended_at - interval '1 day' WHERE ended_at IS NOT NULL", []);
}

/** What a test does with the attempts of the member it is about, and looks at afterwards. */
export function attemptsOn(studio: () => TestStudio, member: () => MemberActor) {
  const rows = () => studio().deps.db.rows;
  const attemptsOf = (generationId: GenerationId) =>
    rows().attempt.findMany({ where: { generationId }, orderBy: { number: "asc" } });
  const run = (generationId: GenerationId) => runAttempt(studio().deps, { generationId });

  async function lastAttempt(generationId: GenerationId): Promise<AttemptId> {
    const last = (await attemptsOf(generationId)).at(-1);
    if (last === undefined) throw new Error("no attempt was made");
    return last.id as AttemptId;
  }

  return {
    attemptsOf,
    run,
    lastAttempt,
    /** A generation whose first attempt was submitted, and the turn of its first read. */
    async started() {
      const generationId = await studio().request(member());
      await run(generationId);
      return { generationId, attemptId: await lastAttempt(generationId), turn: 0 };
    },
    view: (generationId: GenerationId) => viewGeneration(studio().deps, member(), generationId),
    balance: () => getBalance(studio().deps.db, member().memberId),
    /** Jobs waiting in the queue about any of the given ids. */
    jobsAbout: (...ids: string[]) =>
      studio().deps.db.query<{ name: string; data: { turn?: number }; delay: number }>(
        `SELECT name, data, delay_ms::int AS delay FROM bullmq.job
         WHERE data ->> 'generationId' = ANY ($1::text[]) OR data ->> 'attemptId' = ANY ($1::text[]) ORDER BY seq`,
        [ids],
      ),
  };
}
