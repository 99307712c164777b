import type { SqlRunner } from "@covenant/db";
import type {
  AppealedThing,
  AppealId,
  AppealOffer,
  AppealOutcome,
  AppealState,
  CaseId,
  OwnAppeal,
  StorefrontId,
} from "@covenant/domain";
import { ruleOnAppeal } from "@covenant/policy";

type OfferRow = {
  caseId: CaseId;
  storefront: StorefrontId;
  /** When the member was told; null where there is nothing to contest. */
  toldAt: Date | null;
  id: AppealId | null;
  state: AppealState;
  words: string;
  receivedAt: Date;
  dueAt: Date;
  outcome: AppealOutcome | null;
  decidedAt: Date | null;
  reasons: string | null;
  receipts: string[] | null;
};

/**
 * A member is told of a block as it ends the request, and anew when a person has confirmed it; of a decision about the
 * account when it is taken. What was found wrong, or never held against them, is nothing to contest, unless it was.
 */
const toldAtOf = `CASE WHEN c.kind = 'prompt' AND (a.id IS NOT NULL OR c.outcome IS DISTINCT FROM 'overturned')
    THEN coalesce(c.decided_at, g.ended_at, c.opened_at)
  WHEN c.kind = 'account' AND (a.id IS NOT NULL OR c.outcome IN ('confirmed', 'suspected')) THEN c.decided_at END`;

const offersQuery = `
  SELECT c.id AS "caseId", c.storefront, coalesce(a.told_at, ${toldAtOf}) AS "toldAt", a.id, a.state, a.words,
    a.received_at AS "receivedAt", a.due_at AS "dueAt", d.outcome, d.at AS "decidedAt", d.reasons, d.receipts
  FROM review_case c LEFT JOIN generation g ON g.id = c.generation_id
  LEFT JOIN appeal a ON a.case_id = c.id LEFT JOIN appeal_decision d ON d.appeal_id = a.id
  WHERE c.id = ANY($1::text[])`;

/** How the decisions of cases stand to an appeal, by case; one that leaves nothing to contest is left out. */
export async function appealOffers(
  sql: SqlRunner,
  caseIds: readonly (string | null)[],
  now: Date,
): Promise<ReadonlyMap<string, AppealOffer>> {
  const ids = caseIds.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await sql.query<OfferRow>(offersQuery, [ids]);
  return new Map(
    rows.flatMap((row) => {
      if (row.toldAt === null) return [];
      const told = { storefront: row.storefront, toldAt: row.toldAt };
      return [[row.caseId, offerOf(row.caseId, { ...told, now, appeal: appealOf(row) })]];
    }),
  );
}

/** When the member was told of the decision of a case; null where it leaves nothing to contest. */
export async function toldOfCase(sql: SqlRunner, caseId: string): Promise<Date | null> {
  const [row] = await sql.query<OfferRow>(offersQuery, [[caseId]]);
  return row?.toldAt ?? null;
}

type Told = { storefront: StorefrontId; toldAt: Date; now: Date; appeal: OwnAppeal | null };

/** The offer of a decision of which the member was told at an instant, by the terms of that day. */
export function offerOf(about: AppealedThing, { storefront, toldAt, now, appeal }: Told): AppealOffer {
  const { outcome } = ruleOnAppeal({ storefront, at: toldAt, appealed: false });
  if (outcome.appeal === "used") throw new Error(`${storefront} lets nobody appeal`);
  return { about, until: outcome.until.toISOString(), isOpen: appeal === null && now <= outcome.until, appeal };
}

function appealOf({ id, ...row }: OfferRow): OwnAppeal | null {
  if (id === null) return null;
  const { state, words, outcome, reasons } = row;
  return {
    id,
    state,
    words,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    outcome,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reasons,
    receipts: row.receipts ?? [],
  };
}
