import { capture, release, reviewHold, type Tx } from "@covenant/db";
import {
  type Credits,
  credits,
  type EndReason,
  type GenerationId,
  type GenerationState,
  type HoldId,
  type MemberId,
  type Signal,
  type StorefrontId,
  type ViolationCategory,
} from "@covenant/domain";
import {
  businessDaysAfter,
  type Ruling,
  ruleOnSettlement,
  type SettlementOutcome,
  type Standing,
} from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import { graceFor } from "../credits/grace.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { appendEvent } from "./append-event.ts";
import { applySanction } from "./apply-sanction.ts";
import type { GenerationRow } from "./generation-store.ts";

export type Ending = {
  state: Extract<GenerationState, "delivered" | "blocked" | "failed" | "cancelled" | "expired">;
  reason: EndReason;
  at: Date;
  stage: string;
  /** Outputs that were delivered and asked for. */
  delivered: number;
  requested: number;
  /** What was said against the prompt, and how firmly it stands. */
  signals: readonly Signal[];
  standing: Standing;
  category: ViolationCategory | null;
};

/**
 * Ends a generation once: rules who pays, moves the credits, records the ruling, sanctions where the terms say so, and
 * appends the last event, in the caller's transaction and under its lock.
 */
export async function endGeneration(tx: Tx, generation: GenerationRow, ending: Ending): Promise<void> {
  const subject = subjectOf(generation);
  const { at, reason, standing, category, delivered, requested } = ending;
  // Judged by the terms the member was quoted under, whatever came into force while it ran.
  const facts = {
    storefront: subject.storefront,
    at: generation.createdAt,
    reason,
    standing,
    category,
    delivered,
    requested,
  };
  const settlement = ruleOnSettlement(facts);
  await recordRuling(tx, subject, settlement, facts);
  const dueAt = await settle(tx, generation, settlement, ending);
  await tx.rows.generation.update({ where: { id: generation.id }, data: { standing, category } });
  const said = settlement.explanation.member;
  await applySanction(tx, generation, { at, standing, category, signals: ending.signals, dueAt, said });
  await appendEvent(tx, generation, { state: ending.state, stage: ending.stage, reason });
}

/** Ends a generation that yielded nothing and in which nobody is said to have broken a rule. */
export function endUncharged(
  tx: Tx,
  generation: GenerationRow,
  ending: Pick<Ending, "state" | "reason" | "stage" | "at">,
): Promise<void> {
  const nothing = { delivered: 0, requested: 1, signals: [], standing: "none", category: null } as const;
  return endGeneration(tx, generation, { ...ending, ...nothing });
}

/** Moves the held credits as ruled. Answers until when they wait, where a person has to look first. */
async function settle(
  tx: Tx,
  generation: GenerationRow,
  { outcome, outcomeName }: Ruling<SettlementOutcome>,
  { at, reason, requested }: Pick<Ending, "at" | "reason" | "requested">,
): Promise<Date | null> {
  if (generation.holdId === null) return null;
  const holdId = generation.holdId as HoldId;
  const key = `${generation.id}.settle`;
  const move = {
    walletId: generation.memberId as MemberId,
    holdId,
    key,
    reason: outcomeName,
    ...graceFor({
      storefront: generation.storefront as StorefrontId,
      at: generation.createdAt,
      cause: reason,
      now: at,
    }),
  };
  switch (outcome.credits) {
    case "capture":
      await capture(tx, { ...move, ...shareOf(generation, outcome.capturedShare, requested) });
      return null;
    case "release":
      await release(tx, move);
      return null;
    case "review": {
      const zone = storefronts[generation.storefront as StorefrontId].zone;
      const until = businessDaysAfter(at, outcome.reviewDays, zone);
      await reviewHold(tx, { walletId: move.walletId, holdId, until, key: `${generation.id}.review` });
      return until;
    }
  }
}

/** Each result costs the same; without a share all of the hold is spent. */
function shareOf(generation: GenerationRow, share: number, requested: number): { credits?: Credits } {
  return share === requested ? {} : { credits: credits((generation.credits / requested) * share) };
}

export function subjectOf(generation: GenerationRow) {
  return {
    storefront: generation.storefront as StorefrontId,
    memberId: generation.memberId as MemberId,
    generationId: generation.id as GenerationId,
  };
}
