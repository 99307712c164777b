import { destroyKey } from "../artifacts/destroy-key.ts";
import { removeParts } from "../artifacts/seal-part.ts";
import type { Deps } from "../deps.ts";
import { listArrivalsDue, markEnded } from "./arrivals-store.ts";

type EndDeps = Pick<Deps, "db" | "keys" | "files" | "log">;
const batch = 200;

/**
 * Lets go of a file on its way: its key first, then its parts, then its row. Where it dies, or the store cannot delete, the next
 * sweep goes on. A preserved one keeps all three, and is read by nobody.
 */
export async function endArrival(deps: EndDeps, id: string): Promise<void> {
  const { db, files, log } = deps;
  if (!(await db.transaction((tx) => markEnded(tx, id)))) return;
  await destroyKey(deps, id);
  try {
    await removeParts({ files }, id);
  } catch (fault) {
    log.warn({ fileId: id, fault: fault instanceof Error ? fault.name : "unknown" }, "sealed parts not deleted yet");
    return;
  }
  await db.rows.arrival.deleteMany({ where: { id } });
}

/** Ends what was ended half-way or never came whole. One batch a sweep. Answers how many there were. */
export async function sweepArrivals(deps: EndDeps): Promise<number> {
  const due = await listArrivalsDue(deps.db, batch);
  for (const id of due) await endArrival(deps, id);
  return due.length;
}
