import type { SqlRunner } from "@covenant/db";
import { type MemberId, Refusal } from "@covenant/domain";
import { countTry } from "./count-try.ts";

/**
 * As {@link countTry}, of a member: each refusal is counted too, by the day, since many of them are a pattern that a
 * person looks at.
 */
export async function countMemberTry(
  db: SqlRunner,
  memberId: MemberId,
  { key, rate }: { key: string; rate: { most: number; seconds: number } },
): Promise<void> {
  try {
    await countTry(db, key, rate);
  } catch (error) {
    if (error instanceof Refusal) await countRefusal(db, memberId);
    throw error;
  }
}

async function countRefusal(db: SqlRunner, memberId: MemberId): Promise<void> {
  await db.query(
    `INSERT INTO rate_window AS w (key, window_start, count) VALUES ('refused:' || $1::text, date_trunc('day', now()), 1)
     ON CONFLICT (key, window_start) DO UPDATE SET count = w.count + 1`,
    [memberId],
  );
}
