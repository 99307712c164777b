import { createHash } from "node:crypto";
import {
  duration,
  type GenerationId,
  type GenerationSpec,
  type GenerationView,
  idPrefixes,
  isTerminal,
  newId,
  type RequestId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { findByRequest, type Sent } from "../generations/find-by-request.ts";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { requestGeneration } from "../generations/request-generation.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { watchGeneration } from "../generations/watch-generation.ts";
import { answerImages } from "./answer-images.ts";
import type { ImagesRequest } from "./images-request.ts";
import type { ProgramCaller } from "./read-api-key.ts";

export type CallOptions = { idempotencyKey: string | null; signal: AbortSignal };

/** A caller is kept waiting no longer than this; the generation itself goes on. */
const patience = duration.seconds(90);
const backUpAfterMs = 5_000;

/**
 * One synchronous call: writes the same rows as the studio does, makes the attempt here instead of waiting for a
 * worker, and answers when the generation ends. The queue finishes what a caller or this process leaves behind.
 */
export async function generateImages(deps: Deps, caller: ProgramCaller, wanted: ImagesRequest, options: CallOptions) {
  const { actor, apiKeyId } = caller;
  const requestId = options.idempotencyKey === null ? newId("request") : requestIdOf(caller, options.idempotencyKey);
  const spec = specOf(wanted);
  const earlier = await findByRequest(deps.db, actor.memberId, { requestId, spec });
  const generationId = earlier ?? (await begin(deps, caller, { requestId, spec }));
  const ended = waitForEnd(deps, caller, generationId, options.signal);
  // A model may work for longer than a caller is kept waiting; the attempt then goes on without them.
  const failed = earlier === null ? runAttempt(deps, { generationId }).then(() => ended) : ended;
  const view = await Promise.race([ended, failed]);
  deps.log.info({ apiKeyId, generationId, state: view.state }, "program call");
  return answerImages(deps, view, wanted);
}

function specOf({ model: modelId, prompt, size }: ImagesRequest): GenerationSpec {
  return { modelId, prompt, ...(size === undefined ? {} : { size }) };
}

async function begin(deps: Deps, { actor, apiKeyId }: ProgramCaller, { requestId, spec }: Sent) {
  const { quoteId } = await quoteGeneration(deps, actor, spec);
  const request = { requestId, quoteId, spec };
  const { generationId } = await requestGeneration(deps, actor, request, { apiKeyId, backUpAfterMs });
  return generationId;
}

/** The same key of the same program is the same request, for as long as the generation is known. */
function requestIdOf({ apiKeyId }: ProgramCaller, idempotencyKey: string): RequestId {
  const digest = createHash("sha256").update(`${apiKeyId}\n${idempotencyKey}`).digest("hex");
  return `${idPrefixes.request}_${digest.slice(0, 32)}` as RequestId;
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
