import { duration, type GenerationId, type GenerationView, isTerminal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { watchGeneration } from "../generations/watch-generation.ts";
import type { ProgramCaller } from "../keys/read-api-key.ts";
import { type Asked, type Begun, beginGeneration } from "./begin-generation.ts";
import type { ImagesRequest } from "./images-request.ts";

export type Waiting = Pick<Asked, "idempotencyKey"> & { signal: AbortSignal; onBegun(begun: Begun): void };

/** A caller is kept waiting no longer than this; the generation itself goes on. */
const patience = duration.seconds(90);
const backUpAfterMs = 5_000;

/**
 * One synchronous call: writes the same rows as the studio does, makes the attempt here instead of waiting for a
 * worker, and answers when the generation ends. The queue finishes what a caller or this process leaves behind.
 */
export async function generateImages(
  deps: Deps,
  caller: ProgramCaller,
  { model: modelId, prompt, size, n: count }: ImagesRequest,
  { idempotencyKey, signal, onBegun }: Waiting,
): Promise<GenerationView> {
  const spec = { modelId, prompt, count, ...(size === undefined ? {} : { size }) };
  const begun = await beginGeneration(deps, caller, { spec, idempotencyKey, quoteId: null, backUpAfterMs });
  onBegun(begun);
  const { generationId } = begun;
  const ended = waitForEnd(deps, caller, generationId, signal);
  // A model may work for longer than a caller is kept waiting; the attempt then goes on without them.
  const failed = begun.isReplay ? ended : runAttempt(deps, { generationId }).then(() => ended);
  return Promise.race([ended, failed]);
}

async function waitForEnd(
  deps: Deps,
  { actor }: ProgramCaller,
  id: GenerationId,
  left: AbortSignal,
): Promise<GenerationView> {
  let last: GenerationView | null = null;
  // A controller that is held: on Node 20 a signal joined of others may be collected, and then never fires.
  const ends = new AbortController();
  const end = () => ends.abort();
  const timer = setTimeout(end, patience);
  left.addEventListener("abort", end, { once: true });
  if (left.aborted) end();
  try {
    for await (const view of watchGeneration(deps, actor, id, ends.signal)) {
      last = view;
      if (isTerminal(view.state)) break;
    }
  } finally {
    clearTimeout(timer);
    left.removeEventListener("abort", end);
  }
  if (last === null) throw new Error(`${id} was never seen`);
  return last;
}
