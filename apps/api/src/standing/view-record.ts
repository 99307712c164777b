import type { Database, Prisma } from "@covenant/db";
import {
  type CaseId,
  type ConductKind,
  categoryLabels,
  conductLabels,
  type GenerationId,
  type MemberId,
  type RecordView,
  type SanctionId,
  type SanctionState,
  type SanctionView,
  type StorefrontId,
  type StrikeId,
  type StrikeState,
  type StrikeView,
  type ViolationCategory,
} from "@covenant/domain";
import { citationOf } from "@covenant/policy";
import { appealOffers } from "./appeal-offers.ts";
import { readRecord } from "./read-record.ts";

type StrikeRow = Prisma.StrikeGetPayload<object>;
type SanctionRow = Prisma.SanctionGetPayload<{ include: { termination: true } }>;

/** Every strike and sanction of an account as it stands at an instant, newest first, and what counts. */
export async function viewRecord(db: Database, memberId: MemberId, at: Date): Promise<RecordView> {
  const [{ weight }, strikes, sanctions] = await Promise.all([
    readRecord(db, memberId, at),
    db.rows.strike.findMany({ where: { memberId }, orderBy: { id: "desc" } }),
    db.rows.sanction.findMany({ where: { memberId }, orderBy: { id: "desc" }, include: { termination: true } }),
  ]);
  const offers = await appealOffers(
    db,
    [...strikes, ...sanctions].map(({ caseId }) => caseId),
    at,
  );
  const offerFor = ({ caseId }: { caseId: string | null }) => offers.get(caseId ?? "") ?? null;
  return {
    weight,
    strikes: strikes.map((row) => ({ ...viewStrike(row, at), appeal: offerFor(row) })),
    sanctions: sanctions.map((row) => ({ ...viewSanction(row, at), appeal: offerFor(row) })),
  };
}

function viewStrike(row: StrikeRow, at: Date): Omit<StrikeView, "appeal"> {
  const isOver = row.state === "counting" && row.expiresAt <= at;
  return {
    id: row.id as StrikeId,
    about:
      row.conduct === null
        ? categoryLabels[row.category as ViolationCategory]
        : conductLabels[row.conduct as ConductKind],
    clause: citationOf(row.clauseId, row.storefront as StorefrontId, row.imposedAt),
    weight: row.weight,
    state: isOver ? "expired" : (row.state as StrikeState),
    imposedAt: row.imposedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    generationId: row.generationId as GenerationId | null,
  };
}

function viewSanction(row: SanctionRow, at: Date): Omit<SanctionView, "appeal"> {
  const endsAt = row.termination?.effectiveAt ?? row.endsAt;
  return {
    id: row.id as SanctionId,
    caseId: row.caseId as CaseId,
    kind: row.kind as SanctionView["kind"],
    state: stateOf(row, at),
    about: conductLabels[row.conduct as ConductKind],
    statement: row.statement,
    clause: citationOf(row.clauseId, row.storefront as StorefrontId, row.imposedAt),
    imposedAt: row.imposedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    running: row.running,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

function stateOf({ kind, undoneAt, endsAt, termination }: SanctionRow, at: Date): SanctionState {
  if (undoneAt !== null) return "undone";
  if (kind === "warning") return "given";
  if (termination !== null) return termination.carriedOutAt === null ? "noticed" : "in-force";
  return endsAt !== null && endsAt <= at ? "over" : "in-force";
}
