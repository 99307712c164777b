import { hold, type Tx } from "@covenant/db";
import { credits, type GenerationId, type HoldId, type MemberId, newId, Refusal } from "@covenant/domain";
import type { GenerationRow } from "./generation-store.ts";

/** Holds a generation's credits. Whether they suffice is decided by the hold itself. */
export async function holdFor(tx: Tx, generation: GenerationRow): Promise<HoldId> {
  const holdId = newId("hold");
  await hold(tx, {
    walletId: generation.memberId as MemberId,
    holdId,
    credits: credits(generation.credits),
    cause: generation.id as GenerationId,
    key: `${generation.id}.hold`,
  });
  await tx.rows.generation.update({ where: { id: generation.id }, data: { holdId } });
  generation.holdId = holdId;
  return holdId;
}

/** As {@link holdFor}, but too little balance leaves the generation without a hold: it is blocked anyway. */
export async function holdIfAffordable(tx: Tx, generation: GenerationRow): Promise<HoldId | null> {
  try {
    return await holdFor(tx, generation);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "credits/insufficient") throw error;
    return null;
  }
}
