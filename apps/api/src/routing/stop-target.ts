import { recordAct, type SqlRunner } from "@covenant/db";
import {
  type KillSwitchId,
  type KillSwitchPreview,
  type KillSwitchQuestion,
  type KillSwitchRequest,
  newId,
  Refusal,
  type StaffActor,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** How much waits and runs that a stop would meet now. Nothing is done. */
export async function previewStop({ db }: Pick<Deps, "db">, question: KillSwitchQuestion): Promise<KillSwitchPreview> {
  await requireTarget(db, question);
  const { kind, target } = question;
  const [row] = await db.query<KillSwitchPreview>(counted[kind], [target]);
  if (row === undefined) throw new Error("a count is one row");
  return row;
}

/**
 * Stops a provider, a model or a storefront from now on: nothing new is sent there by any process. What runs is left to
 * finish and what waits ends without a charge. Stopped twice is stopped.
 * @throws Refusal `thing/not-found` where there is no such target.
 */
export async function stopTarget(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { kind, target, reason }: KillSwitchRequest,
): Promise<{ killSwitchId: KillSwitchId }> {
  await requireTarget(db, { kind, target });
  return db.transaction(async (tx) => {
    const killSwitchId = newId("killSwitch");
    const { count } = await tx.rows.killSwitch.createMany({
      skipDuplicates: true,
      data: { id: killSwitchId, kind, target, reason, staffId: actor.staffId, setAt: clock.now() },
    });
    if (count === 1) {
      await recordAct(tx, { actor, act: `${kind}.stop`, on: target, note: reason });
      return { killSwitchId };
    }
    const { id } = await tx.rows.killSwitch.findFirstOrThrow({ where: { kind, target, liftedAt: null } });
    return { killSwitchId: id as KillSwitchId };
  });
}

/** Lets a stopped target run again. Lifted twice is lifted. @throws Refusal `thing/not-found`. */
export async function liftStop(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  id: KillSwitchId,
): Promise<{ killSwitchId: KillSwitchId }> {
  return db.transaction(async (tx) => {
    const found = await tx.rows.killSwitch.findUnique({ where: { id } });
    if (found === null) throw new Refusal("thing/not-found", { thing: "kill switch" });
    const { count } = await tx.rows.killSwitch.updateMany({
      where: { id, liftedAt: null },
      data: { liftedAt: clock.now(), liftedBy: actor.staffId },
    });
    if (count === 1) await recordAct(tx, { actor, act: `${found.kind}.let-run`, on: found.target });
    return { killSwitchId: id };
  });
}

const known = {
  provider: "SELECT 1 AS known FROM route WHERE provider = $1::text LIMIT 1",
  model: "SELECT 1 AS known FROM model WHERE storefront || '/' || id = $1::text",
  storefront: "SELECT 1 AS known FROM model WHERE storefront = $1::text LIMIT 1",
} as const;

async function requireTarget(sql: SqlRunner, { kind, target }: KillSwitchQuestion): Promise<void> {
  if ((await sql.query(known[kind], [target])).length === 0) throw new Refusal("thing/not-found", { thing: kind });
}

const states = `(count(*) FILTER (WHERE g.state = 'queued'))::int AS waiting,
  (count(*) FILTER (WHERE g.state = 'running'))::int AS running`;
const unfinished = "g.state IN ('queued', 'running')";
const counted = {
  provider: `SELECT ${states} FROM generation g WHERE ${unfinished}
    AND EXISTS (SELECT FROM route r WHERE r.storefront = g.storefront AND r.model_id = g.model_id AND r.provider = $1::text)`,
  model: `SELECT ${states} FROM generation g WHERE ${unfinished} AND g.storefront || '/' || g.model_id = $1::text`,
  storefront: `SELECT ${states} FROM generation g WHERE ${unfinished} AND g.storefront = $1::text`,
} as const;
