import type pg from "pg";

/** Whatever runs SQL with positional parameters: a pool, or an open transaction. */
export type SqlRunner = { query<Row>(text: string, params: readonly unknown[]): Promise<Row[]> };

/** A runner over a pool: each statement its own transaction. */
export function poolRunner(pool: pg.Pool): SqlRunner {
  return { query: async (text, params) => (await pool.query(text, [...params])).rows };
}
