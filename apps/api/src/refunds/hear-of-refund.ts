import { enqueue, type Tx } from "@covenant/db";
import { settleRefundJob } from "./refunds-jobs.ts";

/** Has a refund settled because it was heard of, ours or one made in the processor's dashboard. */
export async function hearOfRefund(tx: Tx, processorId: string): Promise<null> {
  await enqueue(tx, settleRefundJob, { processorId });
  return null;
}
