import type { SqlRunner } from "../sql-runner.ts";
import type { Capture } from "./capture.ts";
import { askKernel, type Receipt, type ReceiptRow, receiptColumns, receiptOf } from "./receipt.ts";

/**
 * Ends many holds by spending them, in one call and one commit, each as `capture` does; the answers stand in the order
 * of the questions. Anything that is thrown undoes the whole batch.
 * @throws Refusal "thing/not-found", "request/reused-key".
 */
export async function captureMany(sql: SqlRunner, captures: readonly Capture[]): Promise<Receipt[]> {
  const rows = await askKernel<ReceiptRow>(
    sql,
    `SELECT ${receiptColumns} FROM unnest(ledger.capture_many($1::text[], $2::text[], $3::text[]::bigint[],
       $4::text[], $5::text[]::timestamptz[], $6::text[])) WITH ORDINALITY
     ORDER BY ordinality`,
    [
      captures.map((capture) => capture.walletId),
      captures.map((capture) => capture.holdId),
      captures.map((capture) => capture.credits),
      captures.map((capture) => capture.reason),
      captures.map((capture) => capture.graceUntil),
      captures.map((capture) => capture.key),
    ],
  );
  return rows.map((row) => {
    const { subject: _, ...receipt } = receiptOf(row);
    return receipt;
  });
}
