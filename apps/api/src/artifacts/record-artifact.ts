import type { Tx } from "@covenant/db";
import type { ArtifactFormat, ArtifactId, GenerationId, MemberId, StorefrontId } from "@covenant/domain";
import { type ArtifactRow, insertArtifact } from "./artifacts-store.ts";

export type NewArtifact = {
  id: ArtifactId;
  generationId: GenerationId;
  storefront: StorefrontId;
  memberId: MemberId;
  /** What it is to its generation, such as `preview` or `model`. */
  role: string;
  /** Which of several of one role and format, from 1; left out where there is one. */
  ordinal?: number;
  format: ArtifactFormat;
  bytes: number;
  /** In pixels; null for a mesh. */
  width: number | null;
  height: number | null;
  /** Of the clear bytes, as {@link sealFile} answered it. */
  sha256: string;
  /** As policy ruled it in the same transaction; null: until the member deletes it. */
  keepUntil: Date | null;
};

/** Writes the row of a file that is already sealed, in the transaction that delivers it. */
export function recordArtifact(tx: Tx, artifact: NewArtifact): Promise<ArtifactRow> {
  return insertArtifact(tx, { ...artifact, createdAt: tx.at });
}
