import type { SqlRunner } from "@covenant/db";
import { Refusal } from "@covenant/domain";

/**
 * Counts one try under a key and refuses the one too many, in one statement, for all processes together. The window is
 * fixed, cut by the database's clock, and its rows are swept.
 */
export async function countTry(
  db: SqlRunner,
  key: string,
  { most, seconds }: { most: number; seconds: number },
): Promise<void> {
  const [row] = await db.query<{ count: number; retry_after: number }>(
    `INSERT INTO rate_window AS w (key, window_start, count)
     VALUES ($1::text, to_timestamp(floor(extract(epoch FROM now()) / $2::int) * $2::int), 1)
     ON CONFLICT (key, window_start) DO UPDATE SET count = w.count + 1
     RETURNING count, ceil(extract(epoch FROM w.window_start) + $2::int - extract(epoch FROM now()))::int AS retry_after`,
    [key, seconds],
  );
  if (row !== undefined && row.count > most) {
    throw new Refusal("request/too-many", { retryAfterSeconds: Math.max(1, row.retry_after) });
  }
}
