import { enqueue } from "@covenant/db";
import type { Deps } from "../deps.ts";
import { compareDayJob } from "./reconciliation-jobs.ts";

/**
 * A day is compared an hour after its end, and once more a day later, for what settles late. A week that nobody compared
 * is caught up with, and so is what somebody asked for and no job has done.
 */
const dueQuery = `
  SELECT due.day::date::text AS day
  FROM generate_series((now() AT TIME ZONE 'UTC')::date - 7, (now() AT TIME ZONE 'UTC')::date - 1, '1 day') AS due (day)
  LEFT JOIN reconciled_day done ON done.day = due.day::date,
  LATERAL (SELECT due.day AT TIME ZONE 'UTC' + interval '25 hours' AS first, due.day AT TIME ZONE 'UTC' + interval '49 hours' AS second)
    AS look
  WHERE now() > look.first AND (done.compared_at IS NULL OR done.compared_at < look.first
    OR now() > look.second AND done.compared_at < look.second)
  UNION
  SELECT day::text FROM reconciled_day
  WHERE (compared_at IS NULL OR asked_at > compared_at) AND asked_at < now() - interval '5 minutes'`;

/** Has every day compared whose time has come. */
export async function compareDue({ db }: Pick<Deps, "db">): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx.query<{ day: string }>(dueQuery, []);
    for (const { day } of due) await enqueue(tx, compareDayJob, { day });
  });
}
