import { enqueue, recordAct, type SqlRunner, type Tx } from "@covenant/db";
import {
  type AttachRequest,
  type AttemptId,
  type GenerationId,
  type GenerationState,
  isTerminal,
  type OrphanView,
  Refusal,
  type ReleaseRequest,
  type StaffActor,
} from "@covenant/domain";
import type { Handle, RouteFields } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { type AttemptRow, moveAttempt } from "./attempt-store.ts";
import { finishDeadline } from "./deadlines.ts";
import { lockGeneration } from "./generation-store.ts";
import { cancelUpstreamJob, readAttemptJob } from "./generations-jobs.ts";
import { letGo } from "./hold-for-person.ts";
import { sayStage } from "./look-again.ts";

type OrphanDeps = Pick<Deps, "db" | "clock" | "log" | "providers">;
type Row = Omit<OrphanView, "sentAt" | "lostAt" | "heldUntil"> & { sentAt: Date; lostAt: Date; heldUntil: Date | null };

/** An answer that was lost a moment ago may still be named by a webhook. */
const settlesWithinSeconds = 60;

/** Jobs that may exist upstream and of which nobody knows the id, the oldest first: at providers that have jobs at all. */
export async function listOrphans({
  db,
  providers,
}: Pick<OrphanDeps, "providers"> & { db: SqlRunner }): Promise<OrphanView[]> {
  const withJobs = [...providers.values()].flatMap(({ id, jobs }) => (jobs === null ? [] : [id]));
  const rows = await db.query<Row>(
    `SELECT a.id AS "attemptId", g.id AS "generationId", g.storefront, a.provider, a.upstream_model AS "upstreamModel",
       a.created_at AS "sentAt", a.lost_at AS "lostAt", a.held_until AS "heldUntil",
       CASE WHEN g.state = 'running' THEN g.credits END AS "heldCredits"
     FROM attempt a JOIN generation g ON g.id = a.generation_id
     WHERE a.lost_at IS NOT NULL AND a.handle IS NULL AND a.found_at IS NULL AND a.provider = ANY ($1::text[])
       AND a.lost_at < now() - make_interval(secs => $2::int)
     ORDER BY a.lost_at LIMIT 200`,
    [withJobs, settlesWithinSeconds],
  );
  return rows.map(({ sentAt, lostAt, heldUntil, ...row }) => ({
    ...row,
    sentAt: iso(sentAt),
    lostAt: iso(lostAt),
    heldUntil: heldUntil === null ? null : iso(heldUntil),
  }));
}

const iso = (at: Date) => new Date(at).toISOString();

/**
 * The job was found upstream: the attempt goes on with it, and ends as any other. Of a generation that is over, the job is
 * stopped and erased there; its credits stay where they are.
 * @throws Refusal "thing/not-found" where the attempt is no orphan; "request/invalid" for an id that the upstream does not
 *   know, or that another attempt has.
 */
export async function attachOrphan(
  deps: OrphanDeps,
  actor: StaffActor,
  { attemptId, upstreamId, note }: AttachRequest,
): Promise<void> {
  const { attempt, handle } = await findJob(deps, attemptId, upstreamId);
  await deps.db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, attempt.generationId as GenerationId);
    const at = deps.clock.now();
    await requireNobodyElses(tx, attempt, upstreamId);
    await closeOrphan(tx, attempt, "attached", at);
    await recordAct(tx, { actor, act: "attempt.attach", on: attemptId, note, facts: { upstreamId } });
    if (generation === null || isTerminal(generation.state as GenerationState)) {
      await tx.rows.attempt.update({ where: { id: attemptId }, data: { handle: JSON.parse(JSON.stringify(handle)) } });
      return enqueue(tx, cancelUpstreamJob, { attemptId });
    }
    await moveAttempt(tx, attemptId, ["intent", "unknown"], { state: "submitted", handle });
    const finishBy = finishDeadline(at, generation.expectedSeconds);
    await tx.rows.generation.update({ where: { id: generation.id }, data: { finishBy } });
    await sayStage(tx, generation, "Found at the model");
    await enqueue(tx, readAttemptJob, { attemptId });
  });
}

/**
 * There is no such job upstream: the generation ends, if it has not, and its credits come back.
 * @throws Refusal "thing/not-found" where the attempt is no orphan.
 */
export async function releaseOrphan(deps: OrphanDeps, actor: StaffActor, { attemptId, note }: ReleaseRequest) {
  const attempt = await getOrphan(deps, attemptId);
  await deps.db.transaction(async (tx) => {
    const ending = { state: "failed", reason: "provider-failed", stage: "The model never got it" } as const;
    await letGo(deps, tx, attempt, { ...ending, detail: "not found at the upstream" });
    await closeOrphan(tx, attempt, "not-found", deps.clock.now());
    await recordAct(tx, { actor, act: "attempt.release", on: attemptId, note });
  });
}

async function getOrphan({ db, providers }: OrphanDeps, id: AttemptId): Promise<AttemptRow> {
  const attempt = await db.rows.attempt.findUnique({ where: { id } });
  const isOrphan = attempt !== null && attempt.lostAt !== null && attempt.handle === null && attempt.foundAt === null;
  if (!isOrphan || !providers.get(attempt.provider)?.jobs) throw new Refusal("thing/not-found", { thing: "orphan" });
  return attempt;
}

/** Asked with our own key, so that a mistyped id, or somebody else's, is found out before anything is written. */
async function findJob(
  deps: OrphanDeps,
  attemptId: AttemptId,
  upstreamId: string,
): Promise<{ attempt: AttemptRow; handle: Handle }> {
  const attempt = await getOrphan(deps, attemptId);
  const route = await deps.db.rows.route.findUniqueOrThrow({ where: { id: attempt.routeId } });
  const jobs = deps.providers.get(attempt.provider)?.jobs;
  if (!jobs) throw new Refusal("thing/not-found", { thing: "orphan" });
  const handle = jobs.adopt(attempt.upstreamModel, upstreamId, route.fields as unknown as RouteFields);
  if ((await jobs.read(handle)).kind === "gone") throw wrongId("The upstream knows no such job of ours.");
  return { attempt, handle };
}

async function requireNobodyElses(tx: Tx, { id, provider }: AttemptRow, upstreamId: string): Promise<void> {
  const others = await tx.query(
    `SELECT 1 AS other FROM attempt WHERE provider = $1::text AND handle ->> 'upstreamId' = $2::text AND id <> $3::text`,
    [provider, upstreamId, id],
  );
  if (others.length > 0) throw wrongId("That job is another attempt's.");
}

const wrongId = (reason: string) => new Refusal("request/invalid", { field: "upstreamId", reason });

/** Two people who press at once: the second finds it closed. With the last of its kind, nobody needs to be called any more. */
async function closeOrphan(tx: Tx, attempt: AttemptRow, found: "attached" | "not-found", at: Date): Promise<void> {
  const { id, provider, upstreamModel } = attempt;
  const { count } = await tx.rows.attempt.updateMany({ where: { id, foundAt: null }, data: { found, foundAt: at } });
  if (count === 0) throw new Refusal("thing/not-found", { thing: "orphan" });
  const left = await tx.query(
    `SELECT 1 AS held FROM attempt WHERE provider = $1::text AND upstream_model = $2::text
       AND lost_at IS NOT NULL AND handle IS NULL AND found_at IS NULL AND held_until IS NOT NULL AND id <> $3::text LIMIT 1`,
    [provider, upstreamModel, id],
  );
  if (left.length > 0) return;
  const where = { kind: "orphan", provider, upstreamModel, resolvedAt: null };
  await tx.rows.alarm.updateMany({ where, data: { resolvedAt: at, resolvedBy: "system" } });
}
