import { restore, type Tx } from "@covenant/db";
import type { MemberId, StorefrontId } from "@covenant/domain";
import { graceFor } from "../credits/grace.ts";
import type { SanctionRow } from "./sanction-store.ts";

/** Lifted though it was right, found wrong, or judged again without strikes that turned out wrong. */
export type Undone = "lifted" | "wrong" | "judged-again";

/**
 * Ends what a sanction does, in the caller's transaction: its suspension is lifted, a closing withdrawn, and an account that
 * was closed by one that was wrong is opened again with its forfeited credits. One that was lifted before can still turn out
 * wrong. Sessions and keys that ended with an account stay ended: their secrets are gone.
 */
export async function endSanction(tx: Tx, row: SanctionRow, { at, as }: { at: Date; as: Undone }): Promise<void> {
  const { id } = row;
  await tx.rows.sanction.update({ where: { id }, data: { undoneAt: row.undoneAt ?? at, undoneAs: as } });
  await tx.rows.suspension.updateMany({ where: { sanctionId: id, liftedAt: null }, data: { liftedAt: at } });
  if (row.termination === null || row.termination.withdrawnAt !== null) return;
  if (row.termination.carriedOutAt !== null) await reopenAccount(tx, row, at);
  else await tx.rows.termination.update({ where: { sanctionId: id }, data: { withdrawnAt: at } });
}

async function reopenAccount(tx: Tx, { id, memberId, storefront, imposedAt, termination }: SanctionRow, at: Date) {
  await tx.rows.termination.update({ where: { sanctionId: id }, data: { reopenedAt: at } });
  await tx.rows.member.update({ where: { id: memberId }, data: { closedAt: null } });
  if (termination?.credits !== "forfeited") return;
  const terms = { storefront: storefront as StorefrontId, at: imposedAt };
  await restore(tx, {
    walletId: memberId as MemberId,
    cause: id,
    reason: "decision overturned",
    ...graceFor({ ...terms, cause: "decision-overturned", now: at }),
    key: `${id}.restore`,
  });
}
