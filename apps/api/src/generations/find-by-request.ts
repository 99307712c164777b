import type { Database, Tx } from "@covenant/db";
import { type GenerationId, type GenerationRequest, type MemberId, Refusal } from "@covenant/domain";

export type Sent = Pick<GenerationRequest, "requestId" | "spec">;

/**
 * The generation that an earlier sending of the same request made; null for a new request. A prompt that is gone is not
 * compared: the promise to forget it comes first.
 * @throws Refusal "request/reused-key" when the id came before with another request.
 */
export async function findByRequest(
  db: Pick<Database, "rows"> | Tx,
  memberId: MemberId,
  { requestId, spec }: Sent,
): Promise<GenerationId | null> {
  const earlier = await db.rows.generation.findUnique({ where: { memberId_requestId: { memberId, requestId } } });
  if (earlier === null) return null;
  const isSame =
    earlier.modelId === spec.modelId &&
    earlier.size === (spec.size ?? null) &&
    earlier.count === (spec.count ?? 1) &&
    earlier.uploadId === (spec.uploadId ?? null) &&
    (earlier.prompt === null || earlier.prompt === spec.prompt);
  if (!isSame) throw new Refusal("request/reused-key", { generationId: earlier.id });
  return earlier.id as GenerationId;
}
