import type { Tx } from "@covenant/db";
import { type AttemptId, after, duration } from "@covenant/domain";
import { breakerWindow, type FailureClass, type Lesson, lessonOf, opensBreaker, opensFor } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { quietAlarms, raiseAlarm } from "./raise-alarm.ts";
import { retireEarly } from "./retire-early.ts";

/** Of an attempt that has ended, or that a read said something about. */
export type Taught = { id: string; provider: string; upstreamModel: string; createdAt: Date };

/** Stands for everything on our account at a provider. */
export const wholeAccount = "*";

type HearDeps = Pick<Deps, "log">;

/**
 * Learns from how an attempt ended, in the transaction that ends it. Our account being refused shuts the provider at once;
 * faults shut the model when they are many; what works opens both again. An attempt older than a breaker's opening says
 * nothing new about it.
 */
export async function hearEnd(
  deps: HearDeps,
  tx: Tx,
  attempt: Taught,
  ended: "finished" | FailureClass,
  at: Date,
): Promise<void> {
  if (ended === "finished") return closeBreakers(tx, attempt, at);
  switch (lessonOf(ended)) {
    case "nothing":
      return;
    case "works":
      return closeBreakers(tx, attempt, at);
    case "locked-out":
      return hearLockedOut(deps, tx, attempt, at);
    case "gone":
      await open(deps, tx, attempt, { upstreamModel: attempt.upstreamModel, lesson: "gone", failureClass: ended, at });
      await raiseAlarm(tx, { ...attempt, kind: "model-gone" }, at);
      return retireEarly(tx, attempt, at);
    case "failing":
      if (await isEnough(tx, attempt, at)) {
        const { upstreamModel } = attempt;
        await open(deps, tx, attempt, { upstreamModel, lesson: "failing", failureClass: ended, at });
      }
  }
}

/** A probe that fails is enough; else it takes many. */
async function isEnough(tx: Tx, attempt: Taught, at: Date): Promise<boolean> {
  const isProbe = (await tx.rows.breaker.count({ where: { provider: attempt.provider, probeId: attempt.id } })) > 0;
  return isProbe || opensBreaker(await recentLessons(tx, attempt, at));
}

/** Our key, balance or access was refused. No attempt fails by it that was already accepted. */
export async function hearLockedOut(deps: HearDeps, tx: Tx, attempt: Taught, at: Date): Promise<void> {
  await raiseAlarm(tx, { kind: "account-refused", provider: attempt.provider, upstreamModel: wholeAccount }, at);
  await open(deps, tx, attempt, { upstreamModel: wholeAccount, lesson: "locked-out", failureClass: "account", at });
}

/** Lets this attempt try on a route whose breakers are half-open; others wait for what it finds. */
export async function takeProbe(tx: Tx, { provider, upstreamModel }: Omit<Taught, "id" | "createdAt">, id: AttemptId) {
  await tx.rows.breaker.updateMany({
    where: { provider, upstreamModel: { in: [upstreamModel, wholeAccount] } },
    data: { probeId: id },
  });
}

async function closeBreakers(tx: Tx, { provider, upstreamModel, createdAt, id }: Taught, at: Date): Promise<void> {
  const { count } = await tx.rows.breaker.deleteMany({
    where: {
      provider,
      upstreamModel: { in: [upstreamModel, wholeAccount] },
      OR: [{ probeId: id }, { openedAt: { lte: createdAt } }],
    },
  });
  if (count > 0) await quietAlarms(tx, { provider, upstreamModels: [upstreamModel, wholeAccount] }, at);
}

type Opening = {
  upstreamModel: string;
  lesson: Exclude<Lesson, "works" | "nothing">;
  failureClass: FailureClass;
  at: Date;
};

async function open(
  { log }: HearDeps,
  tx: Tx,
  { id, provider, createdAt }: Taught,
  { upstreamModel, lesson, failureClass, at }: Opening,
): Promise<void> {
  const key = { provider, upstreamModel };
  const earlier = await tx.rows.breaker.findUnique({ where: { provider_upstreamModel: key } });
  if (earlier !== null && earlier.probeId !== id && createdAt < earlier.openedAt) return;
  const openings = (earlier?.openings ?? 0) + 1;
  const openUntil = after(at, opensFor(lesson, openings));
  const row = { failureClass, openedAt: at, openUntil, openings, probeId: null };
  await tx.rows.breaker.upsert({ where: { provider_upstreamModel: key }, create: { ...key, ...row }, update: row });
  log.error({ ...key, failureClass, openings, openUntil }, "breaker opened");
}

async function recentLessons(tx: Tx, { provider, upstreamModel }: Taught, at: Date): Promise<Lesson[]> {
  const ended = await tx.rows.attempt.findMany({
    where: { provider, upstreamModel, endedAt: { gt: after(at, -duration.minutes(breakerWindow.minutes)) } },
    orderBy: { endedAt: "desc" },
    take: breakerWindow.attempts,
    select: { state: true, failure: true },
  });
  return ended.map(({ state, failure }) =>
    lessonOf(state === "finished" ? "finished" : ((failure as { class: FailureClass } | null)?.class ?? "unknown")),
  );
}
