import pg from "pg";
import { installation } from "./installation.ts";

/**
 * Asks the database as its owner, past every part of the product: to see what is really written, and to move a
 * deadline that nobody wants to wait for.
 */
export async function records<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: installation.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
