import type { Tx } from "@covenant/db";
import { after, duration, newId, type Signal, type ViolationCategory } from "@covenant/domain";
import { ruleOnSanction, type Standing } from "@covenant/policy";
import { openCase } from "../cases/open-case.ts";
import { noteBlockedAttempt } from "../patterns/note-pattern.ts";
import { noteStrikes } from "../patterns/note-strikes.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { subjectOf } from "./end-generation.ts";
import type { GenerationRow } from "./generation-store.ts";
import { tellOfBlock } from "./tell-of-block.ts";

export type Sanctioned = {
  at: Date;
  standing: Standing;
  category: ViolationCategory | null;
  signals: readonly Signal[];
  /** Until when credits wait for a person; null when none do. */
  dueAt: Date | null;
  /** What the settlement told the member: what happened and what it costs. */
  said: string;
};

/** Rules the strike of a block, and opens the case a person will look at when there is a strike or credits wait. */
export async function applySanction(tx: Tx, generation: GenerationRow, sanctioned: Sanctioned): Promise<void> {
  const { at, standing, category, signals, dueAt } = sanctioned;
  if (standing === "none") return;
  const subject = subjectOf(generation);
  const facts = { storefront: subject.storefront, at: generation.createdAt, category, standing };
  const ruling = ruleOnSanction(facts);
  await recordRuling(tx, subject, ruling, facts);
  const { strike, weight, expiresAfterDays } = ruling.outcome;
  if (strike === "none" && dueAt === null) return;

  const caseId = await openCase(tx, {
    ...subject,
    category,
    signals,
    dueAt,
    creditsUnderReview: dueAt === null ? 0 : generation.credits,
  });
  if (strike !== "none") {
    await tx.rows.strike.create({
      data: {
        id: newId("strike"),
        ...subject,
        caseId,
        clauseId: ruling.clauses[0]?.id ?? "",
        category: category ?? "",
        weight,
        state: strike,
        imposedAt: at,
        expiresAt: after(at, duration.days(expiresAfterDays)),
      },
    });
    await noteBlockedAttempt(tx, { ...subject, at });
    if (strike === "counting") await noteStrikes(tx, { ...subject, at });
  }
  await tellOfBlock(tx, generation, [sanctioned.said, ruling.explanation.member]);
}
