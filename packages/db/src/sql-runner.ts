import type pg from "pg";
import { statementNames } from "./statement-names.ts";

/** Whatever runs SQL with positional parameters: a pool, or an open transaction. */
export type SqlRunner = { query<Row>(text: string, params: readonly unknown[]): Promise<Row[]> };

/** A runner over a pool: each statement prepared, and its own transaction. */
export function poolRunner(pool: pg.Pool, nameOf = statementNames()): SqlRunner {
  return {
    async query(text, params) {
      const { rows } = await pool.query({ name: nameOf(text), text, values: [...params] });
      return rows;
    },
  };
}
