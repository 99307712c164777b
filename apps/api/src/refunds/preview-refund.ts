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
import { spellMoment, zoneOf } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { needsApproval } from "./needs-approval.ts";
import { getPaidOrder } from "./paid-order.ts";
import { planRefund, type RefundPlan } from "./plan-refund.ts";

/** What a refund would do now, in words and as the movements that would be written. Nothing is done. */
export async function previewRefund(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { orderId, ...asked }: RefundQuestion,
): Promise<RefundPlanView> {
  const order = await getPaidOrder(db, orderId);
  const plan = await planRefund(db, order, { ...asked, now: clock.now() });
  const { outcome, moves, choosable, canTransfer, ruling } = plan;
  const amount = { amountMinor: moves.amountMinor, currency: order.chargedCurrency as Currency };
  return {
    outcome,
    moves,
    amount,
    choosable: credits(choosable),
    canTransfer,
    needsApproval: needsApproval(order, plan),
    explanation: ruling.explanation.staff,
    clauses: ruling.clauses as ClauseCitation[],
    effects: effectsOf[outcome]({ moves, amount, asked, plan }),
  };
}

const endsWithIt =
  "The subscription ends with it, at once, and what else was paid for its period goes back too. Where the order paid for an upgrade, the earlier plan goes on instead.";
const told = "The member is told by mail.";

function twinWords({ twin, facts }: RefundPlan): string[] {
  if (twin === null) return [];
  return [
    `Order ${twin.id}, paid ${spellMoment(twin.paidAt, zoneOf(facts.storefront))} with the same amount, stays as it is.`,
  ];
}

/** Where the credits are that somebody misses. */
function arrivalWords({ facts: { ground, order } }: RefundPlan): string[] {
  if (ground !== "not-delivered" || !order.arrived) return [];
  return [
    `The order's ${formatCredits(order.granted)} came; ${order.unspent.toLocaleString("en-US")} of them are unspent.`,
  ];
}

type Planned = { moves: RefundMoves; amount: Money; asked: Omit<RefundQuestion, "orderId">; plan: RefundPlan };

const effectsOf: Record<RefundOutcome, (planned: Planned) => string[]> = {
  refund: ({ moves: { reclaim }, amount, asked, plan }) => [
    ...twinWords(plan),
    asked.way === "transfer"
      ? `You send ${formatMoney(amount)} to the member's bank account yourself; Stripe sends nothing. Say in the note which transfer it is.`
      : `${formatMoney(amount)} go back to the way the order was paid.`,
    reclaim === 0
      ? "No credits are taken back: none of the order are unspent."
      : `${formatCredits(reclaim)} are taken back: available → reclaimed.${asked.way === "transfer" ? "" : " They come back if the money cannot be sent."}`,
    ...(asked.ground === "withdrawal" && plan.facts.order.kind === "subscription-period" ? [endsWithIt] : []),
    told,
  ],
  goodwill: ({ moves: { goodwill }, plan }) => [
    ...twinWords(plan),
    "The way the order was paid takes no money back any more.",
    `${formatCredits(goodwill)} are given instead, which do not expire: issued → available.`,
    `What is left of the order stays the member's: ${formatCredits(plan.facts.order.unspent)} unspent.`,
    ...(plan.canTransfer
      ? ["Does the member want the money? Choose the bank transfer: it takes the order's unspent credits instead."]
      : []),
    told,
  ],
  "ask-person": () => ["The terms leave it to you: choose how many unspent credits to take back."],
  none: ({ plan }) => [...arrivalWords(plan), "Nothing moves."],
};
