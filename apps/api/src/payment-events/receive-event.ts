import type { Prisma, Tx } from "@covenant/db";
import type { ParkedReason } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { hearOfDispute } from "../disputes/hear-of-dispute.ts";
import { hearOfWarning } from "../disputes/hear-of-warning.ts";
import { hearOfCheckout } from "../orders/hear-of-checkout.ts";
import { hearOfInvoice } from "../orders/hear-of-invoice.ts";
import type { EventSubject, PaymentEvent } from "../payments/payments.ts";
import { hearOfRefund } from "../refunds/hear-of-refund.ts";
import { hearOfSubscription, hearOfSubscriptionCheckout } from "../subscriptions/hear-of-subscription.ts";

/** How an event came to us: the processor sent it, or we asked for what it did not send. */
export type HeardBy = "webhook" | "asked";

/** Keeps an event and queues what it means, in one transaction; an event that came before changes nothing. */
export async function receiveEvent(
  { db, payments }: Pick<Deps, "db" | "payments">,
  event: PaymentEvent,
  heardBy: HeardBy = "webhook",
): Promise<void> {
  await db.transaction(async (tx) => {
    const { count } = await tx.rows.stripeEvent.createMany({
      skipDuplicates: true,
      data: rowOf(event, heardBy, tx.at),
    });
    if (count === 0) return;
    const parking = (await hearAbout(tx, event.about)) ?? versionProblem(event, heardBy, payments.apiVersion);
    await tx.rows.stripeEvent.update({ where: { id: event.id }, data: { processedAt: tx.at, ...parking } });
  });
}

/** Has whoever keeps a thing ask the processor about it. Answers why nobody will, as it is kept on its event; or null. */
export async function hearAbout(tx: Tx, about: EventSubject | null): Promise<Parked | null> {
  const problem = about === null ? null : await hear[about.noun](tx, about.processorId);
  return problem === null ? null : { parkedFor: "foreign", problem };
}

type Parked = { parkedFor: ParkedReason; problem: string };

function rowOf({ id, type, apiVersion, occurredAt, about, payload }: PaymentEvent, heardBy: HeardBy, receivedAt: Date) {
  return {
    id,
    type,
    apiVersion,
    occurredAt,
    receivedAt,
    heardBy,
    attempts: 1,
    aboutNoun: about?.noun ?? null,
    aboutId: about?.processorId ?? null,
    payload: payload as Prisma.InputJsonObject,
  };
}

/** Events that are asked for are written in the account's own version, which is nobody's mistake. */
function versionProblem({ apiVersion }: PaymentEvent, heardBy: HeardBy, ours: string): Parked | null {
  if (heardBy === "asked" || apiVersion === ours) return null;
  const problem = `written in version ${apiVersion ?? "unknown"}, while this release speaks ${ours}`;
  return { parkedFor: "version", problem };
}

/** Whoever is told asks the processor; the event only says about what. Each answers why nobody will, or null. */
const hear = {
  checkout: async (tx, id) => ((await hearOfSubscriptionCheckout(tx, id)) ? null : hearOfCheckout(tx, id)),
  refund: hearOfRefund,
  dispute: hearOfDispute,
  subscription: hearOfSubscription,
  warning: hearOfWarning,
  invoice: hearOfInvoice,
} as const satisfies Record<EventSubject["noun"], (tx: Tx, processorId: string) => Promise<string | null>>;
