import type { Tx } from "@covenant/db";
import type { Signal, StorefrontId } from "@covenant/domain";
import { type Hit, type PromptOutcome, type Ruling, sayHit } from "@covenant/policy";
import type { Barred } from "../imprints/find-barred.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { endGeneration, subjectOf } from "./end-generation.ts";
import type { GenerationRow } from "./generation-store.ts";
import { holdIfAffordable } from "./hold-for.ts";

export type Block = {
  at: Date;
  signals: readonly Signal[];
  screening: Ruling<PromptOutcome>;
} & (
  | { of: "prompt"; hits: readonly Hit[] }
  /** The bar that the file is near, for staff. */
  | { of: "upload"; near: Barred["near"] }
);

/** Blocks a prompt or a file before any upstream call: hold, rulings, settlement, strike and case in one transaction. */
export async function blockRequest(
  tx: Tx,
  generation: GenerationRow,
  { at, signals, screening, ...found }: Block,
): Promise<void> {
  const subject = subjectOf(generation);
  await holdIfAffordable(tx, generation);
  const facts = { storefront: generation.storefront as StorefrontId, at, signals, ...found };
  await recordRuling(tx, subject, withHits(screening, found.of === "prompt" ? found.hits : []), facts);
  await endGeneration(tx, generation, {
    state: "blocked",
    reason: `${found.of}-blocked`,
    stage: "Blocked before it was sent",
    at,
    delivered: 0,
    requested: 1,
    signals,
    standing: screening.outcome.standing,
    category: screening.outcome.category,
  });
}

/** Staff read what was found and where, in words that repeat none of it. */
function withHits<Outcome>(ruling: Ruling<Outcome>, hits: readonly Hit[]): Ruling<Outcome> {
  const staff = [ruling.explanation.staff, ...hits.map(sayHit)].join(" ");
  return { ...ruling, explanation: { ...ruling.explanation, staff } };
}
