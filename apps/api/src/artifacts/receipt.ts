import { type PurgeReceipt, purgeReceipt } from "@covenant/domain";

/** The columns of a file, artifact or upload, that say whether and how it went. */
export type PurgeFacts = {
  id: string;
  sha256: string;
  keyDestroyedAt: Date | null;
  bytesDeletedAt: Date | null;
  purgeCause: string | null;
  receipt: string | null;
};

/** Whether a purge has begun; from then on nobody reads the file, wherever the purge stands. */
export function isPurged({ purgeCause, keyDestroyedAt }: PurgeFacts): boolean {
  return purgeCause !== null || keyDestroyedAt !== null;
}

/** What a file's receipt is called. */
export const receiptIdOf = (fileId: string) => `receipt-${fileId}`;

/** The receipt of a purged file; the same each time it is asked for. Null until its key is destroyed. */
export function receiptOf({
  id,
  sha256,
  keyDestroyedAt,
  bytesDeletedAt,
  purgeCause,
  receipt,
}: PurgeFacts): PurgeReceipt | null {
  if (keyDestroyedAt === null) return null;
  return purgeReceipt.parse({
    receiptId: receiptIdOf(id),
    sha256,
    keyDestroyedAt: keyDestroyedAt.toISOString(),
    bytesDeletedAt: bytesDeletedAt?.toISOString() ?? null,
    cause: purgeCause,
    signed: receipt,
  });
}
