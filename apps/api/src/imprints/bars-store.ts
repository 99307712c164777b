import type { SqlRunner } from "@covenant/db";
import type { PictureBarId, ViolationCategory } from "@covenant/domain";
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
