import { recordAct, type Tx } from "@covenant/db";
import { type AlarmId, type AlarmKind, newId, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";

type Matter = { kind: AlarmKind; provider: string; upstreamModel: string };

/** Says, in the transaction that met it, what staff have to see to. The same matter is said once until it is seen to. */
export async function raiseAlarm(tx: Tx, { kind, provider, upstreamModel }: Matter, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO alarm (id, kind, provider, upstream_model, raised_at, last_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz, $5::timestamptz)
     ON CONFLICT (kind, provider, upstream_model) WHERE resolved_at IS NULL
     DO UPDATE SET times = alarm.times + 1, last_at = greatest(alarm.last_at, excluded.last_at)
     RETURNING id`,
    [newId("alarm"), kind, provider, upstreamModel, at],
  );
}

/** What worked again needs nobody any more. */
export async function quietAlarms(
  tx: Tx,
  { provider, upstreamModels }: { provider: string; upstreamModels: string[] },
  at: Date,
) {
  await tx.rows.alarm.updateMany({
    where: { provider, upstreamModel: { in: upstreamModels }, kind: { not: "orphan" }, resolvedAt: null },
    data: { resolvedAt: at, resolvedBy: "system" },
  });
}

/** A person has seen to it. Twice is once. @throws Refusal `thing/not-found`. */
export async function resolveAlarm(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { alarmId, note }: { alarmId: AlarmId; note: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const alarm = await tx.rows.alarm.findUnique({ where: { id: alarmId } });
    if (alarm === null) throw new Refusal("thing/not-found", { thing: "alarm" });
    const { count } = await tx.rows.alarm.updateMany({
      where: { id: alarmId, resolvedAt: null },
      data: { resolvedAt: clock.now(), resolvedBy: actor.staffId },
    });
    if (count === 0) return;
    const { kind, provider, upstreamModel } = alarm;
    await recordAct(tx, { actor, act: "alarm.resolve", on: alarmId, note, facts: { kind, provider, upstreamModel } });
  });
}
