import {
  type CancellationPlanView,
  type CancellationQuestion,
  type ClauseCitation,
  type Currency,
  Refusal,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { withPrices } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";

/**
 * What a cancellation by mail would do: when the subscription ends and which renewals go back. Nothing is done.
 * @throws Refusal "thing/not-found"; as `planCancellation`.
 */
export async function previewCancellation(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { subscriptionId: id, receivedAt }: CancellationQuestion,
): Promise<CancellationPlanView> {
  const row = await db.rows.subscription.findUnique({ where: { id }, include: withPrices });
  if (row === null) throw new Refusal("thing/not-found", { thing: "subscription" });
  const arrival = { channel: "mail", receivedAt: new Date(receivedAt), now: clock.now() } as const;
  const { ruling, late } = await planCancellation(db, row, arrival);
  return {
    endsAt: ruling.outcome.effectiveAt.toISOString(),
    payBack: late.map(({ orderId, currency, moves }) => ({
      orderId,
      amount: { amountMinor: moves.amountMinor, currency: currency as Currency },
    })),
    explanation: ruling.explanation.staff,
    clauses: ruling.clauses as ClauseCitation[],
  };
}
