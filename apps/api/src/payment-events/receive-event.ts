import { enqueue, type Prisma } from "@covenant/db";
import type { OrderId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { settleOrderJob } from "./orders-jobs.ts";
import type { PaymentEvent } from "./payments.ts";

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
    const order =
      event.sessionId === null ? null : await tx.rows.order.findUnique({ where: { stripeSessionId: event.sessionId } });
    if (order !== null) await enqueue(tx, settleOrderJob, { orderId: order.id as OrderId });
    const problem = event.sessionId !== null && order === null ? "no order has this checkout" : null;
    await tx.rows.stripeEvent.update({ where: { id: event.id }, data: { processedAt: new Date(), problem } });
  });
}
