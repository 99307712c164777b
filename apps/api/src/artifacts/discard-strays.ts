import type { Deps } from "../deps.ts";
import { discardFile } from "./discard-file.ts";

/** Long enough for any delivery to have written its rows or given up. */
const deliveryIsOverAfterSeconds = 3600;
const batch = 200;

/**
 * Finds files that were sealed for a delivery that died before it wrote their rows, and destroys them. Answers how
 * many there were; files that do have a row are claimed, and not looked at again.
 */
export async function discardStrays(deps: Pick<Deps, "db" | "keys" | "files" | "log">): Promise<number> {
  const candidates = await deps.keys.listUnclaimed(deliveryIsOverAfterSeconds, batch);
  if (candidates.length === 0) return 0;
  const rows = await deps.db.query<{ id: string }>(
    `SELECT id FROM artifact WHERE id = ANY($1::text[]) UNION ALL SELECT id FROM upload WHERE id = ANY($1::text[])
     UNION ALL SELECT id FROM arrival WHERE id = ANY($1::text[])`,
    [candidates],
  );
  const known = new Set(rows.map((row) => row.id));
  await deps.keys.claim([...known]);
  const strays = candidates.filter((id) => !known.has(id));
  for (const id of strays) await discardFile(deps, id);
  return strays.length;
}
