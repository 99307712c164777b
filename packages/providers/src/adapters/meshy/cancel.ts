import type { CancelAnswer, Handle } from "../../spec.ts";
import type { MeshyAccess } from "./access.ts";
import { erase } from "./erase.ts";

/**
 * Erases the task, which is all Meshy has. Whether the work stops and is not billed it does not say, and it erases a finished
 * task just as well, so this never comes too late.
 */
export async function cancel(access: MeshyAccess, handle: Handle): Promise<CancelAnswer> {
  const answer = await erase(access, handle);
  return answer.kind === "erased" ? { kind: "requested" } : answer;
}
