import type { Tx } from "@covenant/db";
import { type ViolationCategory, violationCategories } from "@covenant/domain";
import { openCase } from "../cases/open-case.ts";
import { recordImprint } from "../imprints/record-imprint.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { subjectOf } from "./end-generation.ts";
import type { GenerationRow } from "./generation-store.ts";
import type { JudgedResult } from "./judge-result.ts";

/**
 * Writes down the results of a generation that were withheld: the ruling on each, what it looks like, and a case where one is
 * more than doubtful, so that a person looks. No strike is asked for: what a model made is nobody's breach.
 */
export async function recordWithheld(
  tx: Tx,
  generation: GenerationRow,
  withheld: readonly JudgedResult[],
): Promise<void> {
  const subject = subjectOf(generation);
  for (const { look, ruling, facts } of withheld) {
    await recordRuling(tx, subject, ruling, facts);
    await recordImprint(tx, { ...subject, of: { withheldFrom: subject.generationId }, imprint: look.imprint });
  }
  const suspected = withheld.filter(({ ruling }) => ruling.outcome.standing !== "weak");
  if (suspected.length === 0) return;
  await openCase(tx, {
    ...subject,
    category: worstOf(suspected),
    signals: suspected.flatMap(({ facts }) => facts.signals),
    dueAt: null,
    creditsUnderReview: 0,
  });
}

function worstOf(suspected: readonly JudgedResult[]): ViolationCategory | null {
  return violationCategories.find((each) => suspected.some(({ ruling }) => ruling.outcome.category === each)) ?? null;
}
