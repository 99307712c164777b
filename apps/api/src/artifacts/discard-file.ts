import type { Deps } from "../deps.ts";
import { destroyKey } from "./destroy-key.ts";

/** Lets go of a sealed file that never got a row: another worker delivered first, or a later output was no good. */
export async function discardFile(deps: Pick<Deps, "keys" | "files" | "log">, fileId: string): Promise<void> {
  await destroyKey(deps, fileId);
  await deps.files.remove(fileId);
}
