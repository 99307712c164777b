import { enqueue, type Tx } from "@covenant/db";
import { settleWarningJob } from "./disputes-jobs.ts";

/** Has a bank's warning looked into because it was heard of. */
export async function hearOfWarning(tx: Tx, processorId: string): Promise<null> {
  await enqueue(tx, settleWarningJob, { processorId });
  return null;
}
