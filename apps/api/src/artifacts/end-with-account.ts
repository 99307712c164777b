import { keptDays } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/**
 * Gives an end to what stays "until your account ends", once the account was closed and its closing can be appealed no more: what has
 * no keep-until gets one, and the sweep that keeps every other promise keeps this one. Answers how many things that were.
 */
export async function endWithAccount({ db }: Pick<Deps, "db">): Promise<number> {
  const [row] = await db.query<{ ended: number }>(
    `WITH over AS (SELECT id FROM (${endedAccounts}) AS ended),
       artifacts AS (UPDATE artifact SET keep_until = now() FROM over
         WHERE member_id = over.id AND keep_until IS NULL AND key_destroyed_at IS NULL RETURNING 1),
       uploads AS (UPDATE upload SET keep_until = now() FROM over
         WHERE member_id = over.id AND keep_until IS NULL AND key_destroyed_at IS NULL RETURNING 1),
       entries AS (UPDATE generation SET keep_until = coalesce(keep_until, now()),
           prompt_keep_until = coalesce(prompt_keep_until, now()) FROM over
         WHERE member_id = over.id AND (keep_until IS NULL OR prompt_keep_until IS NULL) RETURNING 1),
       calls AS (UPDATE program_call SET keep_until = now() FROM over
         WHERE member_id = over.id AND keep_until IS NULL RETURNING 1)
     SELECT ((SELECT count(*) FROM artifacts) + (SELECT count(*) FROM uploads) + (SELECT count(*) FROM entries)
       + (SELECT count(*) FROM calls))::int AS ended`,
    [],
  );
  return row?.ended ?? 0;
}

/** Members whose account has ended for good, and since when. */
export const endedAccounts = `SELECT m.id, m.closed_at + make_interval(days => ${keptDays.closedAccount}) AS since
  FROM member m WHERE m.closed_at <= now() - make_interval(days => ${keptDays.closedAccount})
    AND NOT EXISTS (SELECT FROM appeal a WHERE a.member_id = m.id AND a.state <> 'decided')`;
