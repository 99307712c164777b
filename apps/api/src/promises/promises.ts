import { keptDays } from "@covenant/policy";
import { endedAccounts } from "../artifacts/end-with-account.ts";

/** What a row promises the end of, and the query that finds those still here: an `id`, and `since` when the promise is broken. */
export type Promised = {
  /** The tables that what ends lies in, as the register of what is stored names them. */
  readonly tables: readonly `${string}.${string}`[];
  readonly broken: string;
};

/** The sweep comes every minute. What opens nothing to anybody meanwhile may wait for ten of them. */
const missed = "interval '10 minutes'";
const days = (count: number) => `make_interval(days => ${count})`;

/**
 * Every promise but those of files, whose keys are asked (`artifacts/find-overdue.ts`). The database's clock decides. What a
 * preservation stands on should not be gone. An id that would tell something of a person is cut short.
 */
export const promises = {
  prompt: {
    tables: ["public.generation"],
    broken: `SELECT id, prompt_keep_until AS since FROM generation
      WHERE prompt IS NOT NULL AND prompt_keep_until <= now() AND NOT is_preserved(id, member_id)`,
  },
  "history entry": {
    tables: ["public.generation", "public.generation_event", "public.attempt", "public.artifact"],
    broken: `SELECT id, keep_until AS since FROM generation
      WHERE keep_until <= now() AND NOT is_preserved(id, member_id)`,
  },
  tombstone: {
    tables: ["public.upload"],
    broken: `SELECT id, bytes_deleted_at + ${days(keptDays.tombstone)} AS since FROM upload
      WHERE bytes_deleted_at <= now() - ${days(keptDays.tombstone)} - ${missed} AND NOT is_preserved(id, member_id)
        AND NOT EXISTS (SELECT FROM generation g WHERE g.upload_id = upload.id)`,
  },
  "ended account": {
    tables: ["public.artifact", "public.upload", "public.generation", "public.program_call"],
    broken: `SELECT id, since FROM (${endedAccounts}) AS ended WHERE since <= now() - ${missed} AND (
      EXISTS (SELECT FROM artifact a WHERE a.member_id = ended.id AND a.keep_until IS NULL AND a.key_destroyed_at IS NULL)
      OR EXISTS (SELECT FROM upload u WHERE u.member_id = ended.id AND u.keep_until IS NULL AND u.key_destroyed_at IS NULL)
      OR EXISTS (SELECT FROM generation g WHERE g.member_id = ended.id AND g.keep_until IS NULL)
      OR EXISTS (SELECT FROM program_call c WHERE c.member_id = ended.id AND c.keep_until IS NULL))`,
  },
  call: {
    tables: ["public.program_call"],
    broken: `SELECT id, keep_until AS since FROM program_call
      WHERE keep_until <= now() AND NOT is_preserved(id, generation_id, member_id)`,
  },
  session: {
    tables: ["public.member_session"],
    broken: `SELECT left(id, 12) AS id, least(expires_at, absolute_expires_at) AS since FROM member_session
      WHERE least(expires_at, absolute_expires_at) <= now() - ${missed}`,
  },
  "mailed link": {
    tables: ["public.email_token"],
    broken: `SELECT left(id, 12) AS id, expires_at + ${days(keptDays.mailedLink)} AS since FROM email_token
      WHERE expires_at <= now() - ${days(keptDays.mailedLink)} - ${missed}`,
  },
  "mail text": {
    tables: ["public.mail"],
    broken: `SELECT id, coalesce(sent_at, created_at + ${days(keptDays.unsentMail)}) AS since FROM mail
      WHERE body <> '' AND (state <> 'queued' OR created_at <= now() - ${days(keptDays.unsentMail)} - ${missed})`,
  },
  tries: {
    tables: ["public.rate_window"],
    broken: `SELECT left(md5(key), 12) AS id, window_start + ${days(keptDays.tries)} AS since FROM rate_window
      WHERE window_start <= now() - ${days(keptDays.tries)} - ${missed}`,
  },
} as const satisfies Record<string, Promised>;

export type PromiseName = keyof typeof promises;

/** Tables whose promised end nothing here watches, and what does. */
export const watchedElsewhere: Readonly<Record<string, string>> = {
  "public.artifact": "its file's key is asked for: artifacts/find-overdue.ts",
  "public.upload": "its file's key is asked for: artifacts/find-overdue.ts",
  "public.arrival": "its file's key is asked for: artifacts/find-overdue.ts",
  "keys.file_key": "is the key that is asked for; what is left of it names a file and opens nothing",
  "public.imprint":
    "goes with its file's key by a trigger (imprint_goes_with_key), or with its history entry by its key",
  "public.outbox_job":
    "is gone as soon as Redis has it; a job that failed is removed by the queue: queues/kept-jobs.test.ts",
};
