import type { SqlRunner } from "@covenant/db";
import {
  credits,
  formatCredits,
  type RefundMoves,
  type RefundOutcome,
  type RefundQuestion,
  Refusal,
} from "@covenant/domain";
import {
  type OrderRefundOutcome,
  type OrderRefundQuestion,
  type Ruling,
  ruleOnOrderRefund,
  takesMoneyBack,
} from "@covenant/policy";
import type { OrderRow } from "../orders/lock-order.ts";
import { findTwin, type Twin } from "./find-twin.ts";
import { loadRefundFacts } from "./refund-facts.ts";

/** What a refund on one ground would do now, with the ruling that says so. */
export type RefundPlan = {
  outcome: RefundOutcome;
  moves: RefundMoves;
  /** The most credits a person may choose to take back. */
  choosable: number;
  /** A person may send the money by transfer: the way of payment takes none, or has failed to. */
  canTransfer: boolean;
  /** Of a duplicate charge: the order that stays paid. */
  twin: Twin | null;
  /** The law gives it, and would if it reached us only now: nobody's word about a day is needed. */
  isByRight: boolean;
  ruling: Ruling<OrderRefundOutcome>;
  facts: OrderRefundQuestion;
};

/** Rules on a refund of a paid order. Under the order's lock it is what will be done; without, what would be. */
export async function planRefund(
  sql: SqlRunner,
  order: OrderRow,
  asked: Pick<RefundQuestion, "ground" | "chosen" | "way" | "receivedAt"> & { now: Date },
): Promise<RefundPlan> {
  const facts = await loadRefundFacts(sql, order, { ...asked, now: askedAt(order, asked) });
  const twin = asked.ground === "duplicate-charge" ? await findTwin(sql, order) : null;
  const canTransfer = await isTransferable(sql, order, facts);
  requireWay(facts, canTransfer);
  requireChoice(facts);
  const ruling = ruleOnOrderRefund(facts);
  const { outcome } = ruling;
  return {
    outcome: outcome.kind,
    moves: movesOf(outcome),
    choosable: outcome.kind === "ask-person" ? facts.order.unspent : 0,
    canTransfer,
    twin,
    isByRight: isByRight({ ...facts, now: asked.now }),
    ruling,
    facts,
  };
}

function isByRight(facts: OrderRefundQuestion): boolean {
  if (facts.ground !== "withdrawal") return false;
  const { outcome, clauses } = ruleOnOrderRefund(facts);
  return outcome.kind === "refund" && clauses.some(({ id }) => id === "LAW-WITHDRAWAL");
}

/** A withdrawal holds from when it reached us, however late staff come to it. */
function askedAt(
  { paidAt }: OrderRow,
  { ground, receivedAt, now }: Pick<RefundQuestion, "ground" | "receivedAt"> & { now: Date },
) {
  if (receivedAt === undefined) return now;
  const at = new Date(receivedAt);
  const field = "receivedAt";
  if (ground !== "withdrawal")
    throw new Refusal("request/invalid", { field, reason: "Only a withdrawal holds from its arrival." });
  if (at > now) throw new Refusal("request/invalid", { field, reason: "No mail has arrived in the future." });
  if (paidAt !== null && at < paidAt)
    throw new Refusal("request/invalid", { field, reason: "The order was paid after that." });
  return at;
}

/** Nobody is paid twice over: whoever has taken credits in place of the money has had it. */
async function isTransferable(sql: SqlRunner, { id }: OrderRow, { order, now }: OrderRefundQuestion): Promise<boolean> {
  if (order.goodwill > 0) return false;
  if (!takesMoneyBack(order, now)) return true;
  const [failed] = await sql.query<{ id: string }>(
    "SELECT id FROM refund WHERE order_id = $1::text AND state = 'failed' LIMIT 1",
    [id],
  );
  return failed !== undefined;
}

/** Money goes back the way it came wherever that takes it: a transfer is nothing a payer's bank could undo. */
function requireWay({ byTransfer, order }: OrderRefundQuestion, canTransfer: boolean): void {
  if (byTransfer !== true || canTransfer) return;
  const reason =
    order.goodwill > 0
      ? "Credits were given in place of this payment already."
      : "The way of payment still takes this money back.";
  throw new Refusal("request/invalid", { field: "way", reason });
}

/** A choice counts only where the terms leave one, and within what is unspent by now. */
function requireChoice(facts: OrderRefundQuestion): void {
  if (facts.chosen === null) return;
  const field = "chosen";
  if (ruleOnOrderRefund({ ...facts, chosen: null }).outcome.kind !== "ask-person")
    throw new Refusal("request/invalid", { field, reason: "On this ground there is nothing to choose." });
  if (facts.chosen > facts.order.unspent)
    throw new Refusal("request/invalid", {
      field,
      reason: `Only ${formatCredits(facts.order.unspent)} of the order are unspent now.`,
    });
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

/** Whether two plans move the same. */
export function isSame(one: RefundMoves, other: RefundMoves): boolean {
  return one.reclaim === other.reclaim && one.goodwill === other.goodwill && one.amountMinor === other.amountMinor;
}

/** @throws Refusal "refund/plan-changed" where a plan is not what somebody saw, "refund/not-due" where it gives nothing. */
export function requirePreviewed({ outcome, moves }: RefundPlan, expected: RefundMoves): void {
  const { reclaim, goodwill, amountMinor } = moves;
  if (!isSame(moves, expected)) throw new Refusal("refund/plan-changed", { reclaim, goodwill, amountMinor });
  if (outcome === "none" || outcome === "ask-person") throw new Refusal("refund/not-due", { outcome });
}
