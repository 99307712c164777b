import type { SqlRunner, Tx } from "@covenant/db";
import {
  type ArtifactId,
  type GenerationId,
  type ImprintId,
  type MemberId,
  newId,
  type StorefrontId,
  type UploadId,
} from "@covenant/domain";
import { type Imprint, nearBits, qualityAtLeast } from "@covenant/imprint";

/** What an imprint is of: a result, a file a member gave, or a result that was withheld and never kept. */
export type ImprintOf = { artifactId: ArtifactId } | { uploadId: UploadId } | { withheldFrom: GenerationId };

export type NewImprint = { storefront: StorefrontId; memberId: MemberId; of: ImprintOf; imprint: Imprint };

export async function insertImprint(tx: Tx, { storefront, memberId, of, imprint }: NewImprint): Promise<void> {
  await tx.query(
    `INSERT INTO imprint (id, storefront, member_id, artifact_id, upload_id, generation_id, hash, turns, quality, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, ${asBits("$7")}, $8, $9, $10)`,
    [
      newId("imprint"),
      storefront,
      memberId,
      "artifactId" in of ? of.artifactId : null,
      "uploadId" in of ? of.uploadId : null,
      "withheldFrom" in of ? of.withheldFrom : null,
      imprint.hash,
      imprint.turns,
      imprint.quality,
      tx.at,
    ],
  );
}

/** SQL: 64 hexadecimal digits as bits. */
export const asBits = (digits: string): string => `('x' || ${digits}::text)::bit(256)`;

export type ImprintRow = { id: ImprintId; is: "result" | "upload" | "withheld"; quality: number };

/** The imprints of what a generation was made of, of what it made, and of what was withheld. */
export function listImprintsOf(db: SqlRunner, generationId: GenerationId): Promise<ImprintRow[]> {
  return db.query<ImprintRow>(`SELECT id, "is", quality FROM (${mine}) AS i ORDER BY id`, [generationId]);
}

/** SQL: the imprints of generation `$1`. */
const mine = `
  SELECT i.*, 'withheld' AS "is" FROM imprint i WHERE i.generation_id = $1::text
  UNION ALL SELECT i.*, 'result' FROM artifact a JOIN imprint i ON i.artifact_id = a.id WHERE a.generation_id = $1::text
  UNION ALL SELECT i.*, 'upload' FROM generation g JOIN imprint i ON i.upload_id = g.upload_id WHERE g.id = $1::text`;

export type NearGeneration = { generationId: GenerationId; bits: number };

/** Other generations with a picture near one of this one's, however it is turned, the nearest first, where both have enough in them to tell. */
export function listNearGenerations(db: SqlRunner, generationId: GenerationId): Promise<NearGeneration[]> {
  return db.query<NearGeneration>(
    `WITH mine AS (${mine}),
     near AS (
       SELECT o.artifact_id, o.upload_id, o.generation_id, bit_count(o.hash # t.hash)::integer AS bits
       FROM mine m
       CROSS JOIN LATERAL (SELECT ${asBits("digits")} AS hash FROM unnest(m.turns) AS digits) AS t
       JOIN imprint o ON bit_count(o.hash # t.hash) <= $2 AND least(o.quality, m.quality) >= $3),
     found AS (
       SELECT generation_id AS id, bits FROM near WHERE generation_id IS NOT NULL
       UNION ALL SELECT a.generation_id, bits FROM near JOIN artifact a ON a.id = near.artifact_id
       UNION ALL SELECT g.id, bits FROM near JOIN generation g ON g.upload_id = near.upload_id)
     SELECT id AS "generationId", min(bits) AS bits FROM found WHERE id <> $1::text GROUP BY id ORDER BY bits, id`,
    [generationId, nearBits, qualityAtLeast],
  );
}

/** What an upload looks like; null for one that came before imprints were kept, and once its key is gone. */
export async function findImprintOfUpload(db: SqlRunner, uploadId: UploadId): Promise<Imprint | null> {
  const [row] = await db.query<Imprint>(
    `SELECT turns[1] AS hash, turns, quality FROM imprint WHERE upload_id = $1::text`,
    [uploadId],
  );
  return row ?? null;
}
