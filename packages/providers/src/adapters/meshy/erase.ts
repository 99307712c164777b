import { ProviderFault } from "../../provider-fault.ts";
import type { EraseAnswer, Handle } from "../../spec.ts";
import { callUpstream } from "../call-upstream.ts";
import { authorization, type MeshyAccess } from "./access.ts";

/** Erases a task with what it was given and what it made, in whatever state it is. Meshy keeps it for about three days otherwise. */
export async function erase(access: MeshyAccess, { urls }: Handle): Promise<EraseAnswer> {
  const timeLimitMs = access.readLimitMs ?? 15_000;
  try {
    const request = { method: "DELETE", url: urls.cancel, headers: authorization(access), timeLimitMs } as const;
    const { status } = await callUpstream(request);
    if (status === 404) return { kind: "gone" };
    return status < 300 ? { kind: "erased" } : { kind: "unknown", detail: `meshy status ${status}` };
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return { kind: "unknown", detail: `meshy ${error.message}` };
  }
}
