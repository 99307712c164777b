import { enqueue } from "@covenant/db";
import type { MailId } from "@covenant/domain";
import { keptDays } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { sendMailJob } from "./mail-jobs.ts";

const atMost = 200;

/**
 * Queues again, at most once an hour, the mails that still wait ten minutes after they were written: their job was lost
 * or gave up. After three days nobody tries any more; the row is left for people to see, and what it said is forgotten.
 * Answers how many it queued.
 */
export async function sweepMail({ db }: Pick<Deps, "db">): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query(
      `UPDATE mail SET body = ''
       WHERE state = 'queued' AND created_at < now() - make_interval(days => $1::int) AND body <> ''`,
      [keptDays.unsentMail],
    );
    const waiting = await tx.query<{ id: MailId; hour: string }>(
      `SELECT id, to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDDHH24') AS hour FROM mail
       WHERE state = 'queued' AND created_at BETWEEN now() - make_interval(days => $2::int) AND now() - interval '10 minutes'
       ORDER BY created_at LIMIT $1::int`,
      [atMost, keptDays.unsentMail],
    );
    for (const { id, hour } of waiting) await enqueue(tx, sendMailJob, { mailId: id }, { jobId: `${id}-${hour}` });
    return waiting.length;
  });
}
