import type { Deps } from "../deps.ts";
import { logPurge, type PurgeEntry } from "./purge-log.ts";

/**
 * Destroys a file's key for good, and has that written down where a restored backup will find it. A log that cannot be written
 * now does not hold the destruction up: the sweep writes what is left. Answers when the key went; null: there was none.
 */
export async function destroyKey(
  { keys, files, log }: Pick<Deps, "keys" | "files" | "log">,
  fileId: string,
  { kind, cause }: Pick<PurgeEntry, "kind" | "cause"> = { kind: null, cause: null },
): Promise<Date | null> {
  const destroyedAt = await keys.destroy(fileId);
  if (destroyedAt === null) return null;
  try {
    await logPurge({ keys, files }, { fileId, destroyedAt: destroyedAt.toISOString(), kind, cause });
  } catch (fault) {
    log.warn({ fileId, fault: fault instanceof Error ? fault.name : "unknown" }, "purge not in the log yet");
  }
  return destroyedAt;
}
