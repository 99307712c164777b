import { enqueue, type Prisma, type Tx } from "@covenant/db";
import type { OrderId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { settleDisputeJob } from "../disputes/disputes-jobs.ts";
import { settleOrderJob } from "../orders/orders-jobs.ts";
import type { EventSubject, PaymentEvent } from "../payments/payments.ts";
import { settleRefundJob } from "../refunds/refunds-jobs.ts";

/** Keeps a verified event and queues what it means, in one transaction; an event that came before changes nothing. */
export async function receiveEvent({ db }: Pick<Deps, "db">, event: PaymentEvent): Promise<void> {
  await db.transaction(async (tx) => {
    const { count } = await tx.rows.stripeEvent.createMany({
      skipDuplicates: true,
      data: {
        id: event.id,
        type: event.type,
        apiVersion: event.apiVersion,
        payload: event.payload as Prisma.InputJsonObject,
      },
    });
    if (count === 0) return;
    const problem = event.about === null ? null : await queueWhatItMeans(tx, event.about);
    await tx.rows.stripeEvent.update({ where: { id: event.id }, data: { processedAt: new Date(), problem } });
  });
}

/** Whoever does the job asks the processor; the event only says about what. Answers why nobody will, or null. */
async function queueWhatItMeans(tx: Tx, { noun, processorId }: EventSubject): Promise<string | null> {
  switch (noun) {
    case "checkout": {
      const order = await tx.rows.order.findUnique({ where: { stripeSessionId: processorId } });
      if (order === null) return "no order has this checkout";
      await enqueue(tx, settleOrderJob, { orderId: order.id as OrderId });
      return null;
    }
    case "refund":
      await enqueue(tx, settleRefundJob, { processorId });
      return null;
    case "dispute":
      await enqueue(tx, settleDisputeJob, { processorId });
      return null;
  }
}
