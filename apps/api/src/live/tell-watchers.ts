import type { Tx } from "@covenant/db";

/** Wakes whoever watches a thing, once the transaction commits; for changes that no trigger of its rows announces. */
export async function tellWatchers(tx: Tx, id: string): Promise<void> {
  await tx.query("SELECT pg_notify('covenant_live', $1::text)::text", [id]);
}
