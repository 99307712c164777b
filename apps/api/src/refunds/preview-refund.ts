import {
  type ClauseCitation,
  type Currency,
  credits,
  formatCredits,
  formatMoney,
  type Money,
  type RefundMoves,
  type RefundOutcome,
  type RefundPlanView,
  type RefundQuestion,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { getPaidOrder } from "./paid-order.ts";
import { planRefund } from "./plan-refund.ts";

/** What a refund would do now, in words and as the movements that would be written. Nothing is done. */
export async function previewRefund(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { orderId, ...asked }: RefundQuestion,
): Promise<RefundPlanView> {
  const order = await getPaidOrder(db, orderId);
  const { outcome, moves, choosable, ruling } = await planRefund(db, order, { ...asked, now: clock.now() });
  const amount = { amountMinor: moves.amountMinor, currency: order.chargedCurrency as Currency };
  return {
    outcome,
    moves,
    amount,
    choosable: credits(choosable),
    explanation: ruling.explanation.staff,
    clauses: ruling.clauses as ClauseCitation[],
    effects: effectsOf[outcome](moves, amount),
  };
}

const told = "The member is told by mail.";

const effectsOf: Record<RefundOutcome, (moves: RefundMoves, amount: Money) => string[]> = {
  refund: ({ reclaim }, amount) => [
    `${formatMoney(amount)} go back to the way the order was paid.`,
    reclaim === 0
      ? "No credits are taken back: none of the order are unspent."
      : `${formatCredits(reclaim)} are taken back: available → reclaimed. They come back if the money cannot be sent.`,
    told,
  ],
  goodwill: ({ goodwill }) => [
    "The way the order was paid takes no money back any more.",
    `${formatCredits(goodwill)} are given instead, which do not expire: issued → available.`,
    told,
  ],
  "ask-person": () => ["The terms leave it to you: choose how many unspent credits to take back."],
  none: () => ["Nothing moves."],
};
