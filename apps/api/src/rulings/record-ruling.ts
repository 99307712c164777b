import type { Tx } from "@covenant/db";
import {
  type CaseId,
  type GenerationId,
  type MemberId,
  newId,
  type RulingId,
  type StorefrontId,
} from "@covenant/domain";
import { isStored, type Ruling } from "@covenant/policy";

export type RulingSubject = {
  storefront: StorefrontId;
  memberId: MemberId;
  generationId?: GenerationId;
  caseId?: CaseId;
};

/**
 * Stores a ruling with the facts it was made on, in the transaction that acts on it. Throws a `RangeError` for a question
 * that no replay knows what to do with.
 */
export async function recordRuling(
  tx: Tx,
  { storefront, memberId, generationId, caseId }: RulingSubject,
  ruling: Ruling<unknown>,
  facts: object,
): Promise<RulingId> {
  if (!isStored(ruling.question)) throw new RangeError(`rulings on ${ruling.question} are not stored`);
  const id = newId("ruling");
  await tx.rows.ruling.create({
    data: {
      id,
      question: ruling.question,
      storefront,
      memberId,
      generationId: generationId ?? null,
      caseId: caseId ?? null,
      outcome: ruling.outcomeName,
      answer: toJson(ruling.outcome),
      clauses: toJson(ruling.clauses),
      overridden: [...ruling.overridden],
      termsVersion: ruling.termsVersion,
      facts: toJson(facts),
      memberExplanation: ruling.explanation.member,
      staffExplanation: ruling.explanation.staff,
      at: tx.at,
    },
  });
  return id;
}

/** Plain JSON, with dates as text. */
function toJson(value: unknown) {
  return JSON.parse(JSON.stringify(value ?? null));
}
