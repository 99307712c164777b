import { duration, type GenerationId, isTerminal, type MemberActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { watchGeneration } from "../generations/watch-generation.ts";
import { answerGeneration } from "./generation-answer.ts";

/** A stream is closed after this; its reader opens another, and misses nothing, since each event says all. */
const patience = duration.minutes(10);

/** A generation as server-sent events: one now, one after each change, the last when it has ended. */
export async function* streamGeneration(
  deps: Deps,
  actor: MemberActor,
  id: GenerationId,
  left: AbortSignal,
): AsyncGenerator<string> {
  const ends = new AbortController();
  const end = () => ends.abort();
  const timer = setTimeout(end, patience);
  left.addEventListener("abort", end, { once: true });
  try {
    for await (const view of watchGeneration(deps, actor, id, ends.signal)) {
      const sequence = view.events.at(-1)?.sequence ?? 0;
      yield `id: ${sequence}\nevent: ${view.state}\ndata: ${JSON.stringify(answerGeneration(view))}\n\n`;
      if (isTerminal(view.state)) return;
    }
  } finally {
    clearTimeout(timer);
    left.removeEventListener("abort", end);
  }
}
