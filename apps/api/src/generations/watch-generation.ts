import type { GenerationId, GenerationView, MemberActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewGeneration } from "./view-generation.ts";

/**
 * Yields a member's generation now and after each change. After its end it yields once more when something about it
 * changes (a decision, a deletion) and stays open until the reader leaves.
 */
export async function* watchGeneration(
  deps: Pick<Deps, "db" | "settings" | "clock" | "live">,
  actor: MemberActor,
  id: GenerationId,
  signal: AbortSignal | undefined,
): AsyncGenerator<GenerationView> {
  for await (const _ of deps.live.watch(id, signal ?? new AbortController().signal)) {
    yield await viewGeneration(deps, actor, id);
  }
}
