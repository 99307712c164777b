import { createHash } from "node:crypto";
import {
  type GenerationId,
  type GenerationSpec,
  idPrefixes,
  newId,
  type QuoteId,
  Refusal,
  type RequestId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { findByRequest } from "../generations/find-by-request.ts";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { requestGeneration } from "../generations/request-generation.ts";
import type { ProgramCaller } from "../keys/read-api-key.ts";

export type Asked = {
  spec: GenerationSpec;
  /** Null: every call is a request of its own. */
  idempotencyKey: string | null;
  /** A price asked for before; null: the price of now. */
  quoteId: QuoteId | null;
  /** After how long the queue starts what nobody has started yet. */
  backUpAfterMs: number;
};

export type Begun = { generationId: GenerationId; modelId: string; isReplay: boolean };

/**
 * Requests a generation for a program, or finds the one that the same key has made before.
 * @throws Refusal as {@link requestGeneration} does, and "request/reused-key" for a key that came with another request.
 */
export async function beginGeneration(deps: Deps, caller: ProgramCaller, asked: Asked): Promise<Begun> {
  const { actor, apiKeyId, models, monthlyCredits } = caller;
  const { spec, idempotencyKey, backUpAfterMs } = asked;
  const requestId = idempotencyKey === null ? newId("request") : requestIdOf(caller, idempotencyKey);
  const earlier = await findByRequest(deps.db, actor.memberId, { requestId, spec });
  if (earlier !== null) return { generationId: earlier, modelId: spec.modelId, isReplay: true };
  if (models.length > 0 && !models.includes(spec.modelId)) {
    throw new Refusal("key/not-for-model", { models: models.join(", ") });
  }
  const quoteId = asked.quoteId ?? (await quoteGeneration(deps, actor, spec)).quoteId;
  const request = { requestId, quoteId, spec };
  const { generationId, isNew } = await requestGeneration(deps, actor, request, {
    apiKeyId,
    monthlyCredits,
    backUpAfterMs,
  });
  return { generationId, modelId: spec.modelId, isReplay: !isNew };
}

/** The same key of the same program is the same request, for as long as the generation is known. */
function requestIdOf({ apiKeyId }: ProgramCaller, idempotencyKey: string): RequestId {
  const digest = createHash("sha256").update(`${apiKeyId}\n${idempotencyKey}`).digest("hex");
  return `${idPrefixes.request}_${digest.slice(0, 32)}` as RequestId;
}
