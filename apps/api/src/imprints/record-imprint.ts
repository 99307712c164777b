import type { Tx } from "@covenant/db";
import { insertImprint, type NewImprint } from "./imprints-store.ts";

/**
 * Keeps what a picture looks like, to hold it against others. That of a file goes with the file's key, by a trigger of the
 * database; that of a result which was withheld goes with its generation's entry in the history.
 */
export function recordImprint(tx: Tx, imprint: NewImprint): Promise<void> {
  return insertImprint(tx, imprint);
}
