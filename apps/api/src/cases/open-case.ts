import type { Tx } from "@covenant/db";
import {
  type CaseId,
  type GenerationId,
  type MemberId,
  newId,
  type Signal,
  type StorefrontId,
  type ViolationCategory,
} from "@covenant/domain";

export type NewCase = {
  storefront: StorefrontId;
  memberId: MemberId;
  generationId: GenerationId;
  category: ViolationCategory | null;
  signals: readonly Signal[];
  /** By when a person has to decide; null when nothing waits. */
  dueAt: Date | null;
  creditsUnderReview: number;
};

/** Opens the file staff work on. One generation has at most one case. */
export async function openCase(tx: Tx, { signals, ...facts }: NewCase): Promise<CaseId> {
  const id = newId("case");
  await tx.rows.case.create({
    data: { id, ...facts, state: "open", signals: signals.map((signal) => ({ ...signal })), openedAt: tx.at },
  });
  return id;
}
