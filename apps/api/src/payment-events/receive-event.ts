import type { Prisma, Tx } from "@covenant/db";
import type { Deps } from "../deps.ts";
import { hearOfDispute } from "../disputes/hear-of-dispute.ts";
import { hearOfCheckout } from "../orders/hear-of-checkout.ts";
import type { EventSubject, PaymentEvent } from "../payments/payments.ts";
import { hearOfRefund } from "../refunds/hear-of-refund.ts";

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
    const problem = event.about === null ? null : await hear[event.about.noun](tx, event.about.processorId);
    await tx.rows.stripeEvent.update({ where: { id: event.id }, data: { processedAt: new Date(), problem } });
  });
}

/** Whoever is told asks the processor; the event only says about what. Each answers why nobody will, or null. */
const hear = { checkout: hearOfCheckout, refund: hearOfRefund, dispute: hearOfDispute } as const satisfies Record<
  EventSubject["noun"],
  (tx: Tx, processorId: string) => Promise<string | null>
>;
