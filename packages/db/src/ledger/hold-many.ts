import type { HoldId } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import type { NewHold } from "./hold.ts";
import { askKernel, type Receipt, type ReceiptRow, receiptColumns, receiptOf } from "./receipt.ts";

/** As of {@link NewHold}; without a hold where the wallet had too few credits for it, which the receipt then says. */
export type HeldOrNot = Receipt & { holdId: HoldId | null };

/**
 * Sets credits aside for many causes in one call and one commit, each as `hold` does; the answers stand in the order of
 * the questions. One that has too few credits holds nothing and does not keep the others from theirs. Anything that is
 * thrown undoes the whole batch.
 * @throws Refusal "thing/not-found", "request/reused-key".
 */
export async function holdMany(sql: SqlRunner, wanted: readonly NewHold[]): Promise<HeldOrNot[]> {
  const rows = await askKernel<ReceiptRow>(
    sql,
    `SELECT ${receiptColumns} FROM unnest(
       ledger.hold_many($1::text[], $2::text[], $3::text[]::bigint[], $4::text[], $5::text[])) WITH ORDINALITY
     ORDER BY ordinality`,
    [
      wanted.map((hold) => hold.walletId),
      wanted.map((hold) => hold.holdId),
      wanted.map((hold) => hold.credits),
      wanted.map((hold) => hold.cause),
      wanted.map((hold) => hold.key),
    ],
  );
  return rows.map((row) => {
    const { subject, ...receipt } = receiptOf(row);
    return { ...receipt, holdId: subject as HoldId | null };
  });
}
