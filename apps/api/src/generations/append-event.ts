import type { Tx } from "@covenant/db";
import { type GenerationState, isTerminal, nextStates } from "@covenant/domain";
import type { GenerationRow } from "./generation-store.ts";

export type Change = { state: GenerationState; stage: string; reason?: string };

/**
 * Appends an event and moves the generation to it. The caller holds the generation's lock. A step that the states do
 * not allow is a bug, since callers look at the state first.
 */
export async function appendEvent(tx: Tx, generation: GenerationRow, { state, stage, reason }: Change): Promise<void> {
  const allowed: readonly GenerationState[] = nextStates[generation.state as GenerationState];
  if (state !== generation.state && !allowed.includes(state)) {
    throw new Error(`${generation.id} cannot go from ${generation.state} to ${state}`);
  }
  const sequence = generation.sequence + 1;
  await tx.rows.generationEvent.create({ data: { generationId: generation.id, sequence, state, stage, at: tx.at } });
  const ending = isTerminal(state) ? { endedAt: tx.at, reason: reason ?? null } : {};
  await tx.rows.generation.update({ where: { id: generation.id }, data: { state, sequence, ...ending } });
  generation.state = state;
  generation.sequence = sequence;
}
