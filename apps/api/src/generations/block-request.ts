import type { Tx } from "@covenant/db";
import type { Signal, StorefrontId } from "@covenant/domain";
import type { PromptOutcome, Ruling } from "@covenant/policy";
import { recordRuling } from "../rulings/record-ruling.ts";
import { endGeneration, subjectOf } from "./end-generation.ts";
import type { GenerationRow } from "./generation-store.ts";
import { holdIfAffordable } from "./hold-for.ts";

export type Block = { at: Date; signals: readonly Signal[]; screening: Ruling<PromptOutcome> };

/** Blocks a prompt before any upstream call: hold, rulings, settlement, strike and case in one transaction. */
export async function blockRequest(
  tx: Tx,
  generation: GenerationRow,
  { at, signals, screening }: Block,
): Promise<void> {
  const subject = subjectOf(generation);
  await holdIfAffordable(tx, generation);
  await recordRuling(tx, subject, screening, { storefront: generation.storefront as StorefrontId, at, signals });
  await endGeneration(tx, generation, {
    state: "blocked",
    reason: "prompt-blocked",
    stage: "Blocked before it was sent",
    at,
    delivered: 0,
    requested: 1,
    signals,
    standing: screening.outcome.standing,
    category: screening.outcome.category,
  });
}
