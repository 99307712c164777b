import type { Deps } from "../deps.ts";

/** Lets go of a sealed file that never got a row: another worker delivered first, or a later output was no good. */
export async function discardFile({ keys, files }: Pick<Deps, "keys" | "files">, fileId: string): Promise<void> {
  await keys.destroy(fileId);
  await files.remove(fileId);
}
