import { enqueue, type Tx } from "@covenant/db";
import { settleDisputeJob } from "./disputes-jobs.ts";

/** Has a dispute followed because it was heard of. */
export async function hearOfDispute(tx: Tx, processorId: string): Promise<null> {
  await enqueue(tx, settleDisputeJob, { processorId });
  return null;
}
