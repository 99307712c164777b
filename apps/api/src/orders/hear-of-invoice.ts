import { enqueue, type Tx } from "@covenant/db";
import { attributeInvoiceJob } from "./orders-jobs.ts";

/** Has it found out whose an invoice without a subscription is. */
export async function hearOfInvoice(tx: Tx, processorId: string): Promise<null> {
  await enqueue(tx, attributeInvoiceJob, { processorId });
  return null;
}
