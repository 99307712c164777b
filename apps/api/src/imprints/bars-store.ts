import type { SqlRunner, Tx } from "@covenant/db";
import {
  type BarSource,
  type CaseId,
  type ImprintId,
  newId,
  type PictureBarId,
  type RequestId,
  type ViolationCategory,
} from "@covenant/domain";
import { type ImprintHash, nearBits } from "@covenant/imprint";
import { asBits } from "./imprints-store.ts";

/** A standing bar that a picture comes near, and by how many bits. */
export type NearBar = { id: PictureBarId; category: ViolationCategory; bits: number };

/** The standing bar that is nearest to any of these hashes; null where none is near. */
export async function findNearestBar(db: SqlRunner, hashes: readonly ImprintHash[]): Promise<NearBar | null> {
  const [nearest] = await db.query<NearBar>(
    `SELECT b.id, b.category, min(bit_count(b.hash # asked.hash))::integer AS bits
     FROM picture_bar b, (SELECT ${asBits("digits")} AS hash FROM unnest($1::text[]) AS digits) AS asked
     WHERE b.ended_at IS NULL AND bit_count(b.hash # asked.hash) <= $2
     GROUP BY b.id ORDER BY bits, b.id LIMIT 1`,
    [hashes, nearBits],
  );
  return nearest ?? null;
}

/** A picture that staff bar: its imprint in the database, and why. */
export type NewBar = {
  requestId: RequestId;
  caseId: CaseId;
  imprintId: ImprintId;
  category: ViolationCategory;
  clauseId: string;
  source: BarSource;
  note: string;
  barredBy: string;
};

/** Copies the imprint's hash into the list, so that it stays there when the picture goes. Null when the request or the picture was there before. */
export async function insertBar(tx: Tx, bar: NewBar): Promise<PictureBarId | null> {
  const [row] = await tx.query<{ id: PictureBarId }>(
    `INSERT INTO picture_bar (id, request_id, case_id, hash, quality, category, clause_id, source, note, barred_by, barred_at)
     SELECT $1, $2, $3, hash, quality, $5, $6, $7, $8, $9, $10 FROM imprint WHERE id = $4
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      newId("pictureBar"),
      bar.requestId,
      bar.caseId,
      bar.imprintId,
      bar.category,
      bar.clauseId,
      bar.source,
      bar.note,
      bar.barredBy,
      tx.at,
    ],
  );
  return row?.id ?? null;
}

/** The bars that stand on the very hash of these imprints, by imprint. */
export function listBarsOn(db: SqlRunner, imprints: readonly ImprintId[]): Promise<BarRow[]> {
  return db.query<BarRow>(
    `SELECT DISTINCT ON (i.id) i.id AS "imprintId", b.id, b.category, b.clause_id AS "clauseId", b.source, b.note,
       b.barred_by AS "barredBy", b.barred_at AS "barredAt"
     FROM imprint i JOIN picture_bar b ON b.hash = i.hash AND b.ended_at IS NULL
     WHERE i.id = ANY ($1::text[]) ORDER BY i.id, b.id`,
    [imprints],
  );
}

export type BarRow = {
  imprintId: ImprintId;
  id: PictureBarId;
  category: ViolationCategory;
  clauseId: string;
  source: BarSource;
  note: string;
  barredBy: string;
  barredAt: Date;
};
