import { enqueue, recordAct } from "@covenant/db";
import { Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { compareDayJob } from "./reconciliation-jobs.ts";
import { dayOf } from "./span-of-day.ts";

/**
 * Has a day compared again because somebody asks. Today is compared as far as it has come. Asked twice, it is done twice,
 * with the same result.
 * @throws Refusal "request/invalid" for a day to come.
 */
export async function askToCompare(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { day }: { day: string },
): Promise<{ day: string }> {
  if (day > dayOf(clock.now())) throw new Refusal("request/invalid", { field: "day", reason: "This day is to come." });
  return db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO reconciled_day (day, asked_at) VALUES ($1::date, clock_timestamp())
       ON CONFLICT (day) DO UPDATE SET asked_at = excluded.asked_at`,
      [day],
    );
    await recordAct(tx, { actor, act: "reconciliation.compare", on: day });
    await enqueue(tx, compareDayJob, { day });
    return { day };
  });
}
