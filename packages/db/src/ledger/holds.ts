import { type Credits, type HoldId, type MemberId, Refusal } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { isoInstant } from "./instant.ts";
import { creditsOf } from "./receipt.ts";

/** How a hold stands. A hold that ended stays here to be asked. */
export type HoldRecord = {
  id: HoldId;
  walletId: MemberId;
  cause: string;
  state: "open" | "captured" | "released";
  credits: Credits;
  captured: Credits;
  released: Credits;
  paidBack: Credits;
  /** Set while a person decides. */
  reviewUntil: string | null;
  openedAt: string;
  resolvedAt: string | null;
};

type HoldRow = {
  id: HoldId;
  wallet_id: MemberId;
  cause: string;
  state: HoldRecord["state"];
  credits: string;
  captured: string;
  released: string;
  paid_back: string;
  review_until: string | null;
  opened_at: string;
  resolved_at: string | null;
};

const selectHolds = `
  SELECT id, wallet_id, cause, state, credits::text, captured::text, released::text, paid_back::text,
    ${isoInstant("hold.review_until")} AS review_until, ${isoInstant("hold.opened_at")} AS opened_at,
    ${isoInstant("hold.resolved_at")} AS resolved_at
  FROM ledger.hold`;

/** @throws Refusal "thing/not-found". */
export async function getHold(sql: SqlRunner, holdId: HoldId): Promise<HoldRecord> {
  const [row] = await sql.query<HoldRow>(`${selectHolds} WHERE id = $1::text`, [holdId]);
  if (row === undefined) throw new Refusal("thing/not-found", { thing: "hold" });
  return recordOf(row);
}

/** Holds whose review is past its deadline, the longest first. */
export async function listOverdueReviews(sql: SqlRunner, atMost: number): Promise<HoldRecord[]> {
  const rows = await sql.query<HoldRow>(
    `${selectHolds} WHERE hold.review_until <= ledger.clock() ORDER BY hold.review_until LIMIT $1::bigint`,
    [String(atMost)],
  );
  return rows.map(recordOf);
}

function recordOf(row: HoldRow): HoldRecord {
  return {
    id: row.id,
    walletId: row.wallet_id,
    cause: row.cause,
    state: row.state,
    credits: creditsOf(row.credits),
    captured: creditsOf(row.captured),
    released: creditsOf(row.released),
    paidBack: creditsOf(row.paid_back),
    reviewUntil: row.review_until,
    openedAt: row.opened_at,
    resolvedAt: row.resolved_at,
  };
}
