import type { SqlRunner } from "@covenant/db";

/**
 * Makes whoever else is about to take a place at one of these providers wait, until the transaction is over: places are
 * counted and taken under this lock, so that no limit is passed by two processes at once. Always in one order.
 */
export async function lockAccounts(sql: SqlRunner, providers: readonly string[]): Promise<void> {
  await sql.query(
    "SELECT 1 AS locked FROM upstream_account WHERE provider = ANY ($1::text[]) ORDER BY provider FOR UPDATE",
    [[...new Set(providers)]],
  );
}
