import type { SqlRunner } from "@covenant/db";
import { credits, type RefundMoves, type RefundOutcome, type RefundQuestion } from "@covenant/domain";
import { type OrderRefundOutcome, type OrderRefundQuestion, type Ruling, ruleOnOrderRefund } from "@covenant/policy";
import type { OrderRow } from "../orders/lock-order.ts";
import { loadRefundFacts } from "./refund-facts.ts";

/** What a refund on one ground would do now, with the ruling that says so. */
export type RefundPlan = {
  outcome: RefundOutcome;
  moves: RefundMoves;
  /** The most credits a person may choose to take back. */
  choosable: number;
  ruling: Ruling<OrderRefundOutcome>;
  facts: OrderRefundQuestion;
};

/** Rules on a refund of a paid order. Under the order's lock it is what will be done; without, what would be. */
export async function planRefund(
  sql: SqlRunner,
  order: OrderRow,
  asked: Pick<RefundQuestion, "ground" | "chosen"> & { now: Date },
): Promise<RefundPlan> {
  const facts = await loadRefundFacts(sql, order, asked);
  const ruling = ruleOnOrderRefund(facts);
  const { outcome } = ruling;
  const asksPerson = outcome.kind === "ask-person";
  return {
    outcome: outcome.kind,
    moves: movesOf(outcome),
    choosable: asksPerson && outcome.atMost.kind === "refund" ? outcome.atMost.reclaim : 0,
    ruling,
    facts,
  };
}

function movesOf(outcome: OrderRefundOutcome): RefundMoves {
  const nothing = { reclaim: credits(0), goodwill: credits(0), amountMinor: 0 };
  switch (outcome.kind) {
    case "refund":
      return { ...nothing, reclaim: credits(outcome.reclaim), amountMinor: outcome.refundMinor };
    case "goodwill":
      return { ...nothing, goodwill: credits(outcome.credits) };
    case "ask-person":
    case "none":
      return nothing;
  }
}
