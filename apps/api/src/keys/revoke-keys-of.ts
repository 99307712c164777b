import type { Tx } from "@covenant/db";
import type { MemberId } from "@covenant/domain";

/** Revokes every key of a member from the next call on. Answers how many there were. */
export async function revokeKeysOf(tx: Tx, memberId: MemberId, at: Date): Promise<number> {
  const { count } = await tx.rows.apiKey.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: at } });
  return count;
}
