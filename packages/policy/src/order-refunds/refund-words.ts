import { formatCredits, formatMoney, type PaymentMethod, type RefundGround } from "@covenant/domain";
import { spellDate } from "../civil-date.ts";
import type { MemberWords } from "../explain.ts";
import type { RefundRefusal } from "./facts.ts";
import type { OrderRefundOutcome, OrderRefundQuestion, Payout } from "./rule-on-order-refund.ts";
import type { WithdrawalWindow } from "./withdrawal-window.ts";

type Answer = { readonly outcome: OrderRefundOutcome; readonly window: WithdrawalWindow | null };

/** What a member reads about a refund, apart from the rules: what happened, what goes back, what they can do. */
export function wordsOfRefund(question: OrderRefundQuestion, { outcome, window }: Answer): MemberWords {
  return {
    happened: happenedSentence(question, window),
    cost: costSentence(outcome, question),
    next: nextSentence(outcome, question),
  };
}

const happenings = {
  withdrawal: "You want to withdraw from this order.",
  "duplicate-charge": "This order was charged a second time.",
  "not-delivered": "The credits of this order are said never to have arrived.",
  "billing-error": "The amount of this order was wrong.",
  "case-by-case": "You asked for money of this order back.",
  "price-change": "Prices changed after you had bought these credits.",
  "late-renewal": "Your subscription was renewed after your cancellation had reached us.",
  "fraud-warning": "A bank warned us that the card's owner may not have made this payment.",
} as const satisfies Record<RefundGround, string>;

function happenedSentence({ ground, order, now }: OrderRefundQuestion, window: WithdrawalWindow | null): string {
  if (ground === "not-delivered" && order.arrived)
    return `${happenings[ground]} They came: ${formatCredits(order.granted)} were added to your balance.`;
  if (ground !== "withdrawal" || window === null) return happenings[ground];
  const { lastDay, fourteenthDay, endsAt } = window;
  const moved = fourteenthDay === lastDay ? "" : `, as ${spellDate(fourteenthDay)} is no working day where you live`;
  return `${happenings.withdrawal} Your 14 days ${now < endsAt ? "end" : "ended"} with ${spellDate(lastDay)}${moved}.`;
}

const refusals = {
  "dispute-open": "Nothing goes back for now.",
  "already-refunded": "Nothing of this payment is left to give back.",
  "nothing-unspent": "Nothing goes back.",
  "credits-final": "Nothing goes back, and your credits stay yours to use.",
  "window-over": "Nothing goes back, and your credits stay yours to use.",
  "settled-by-bank": "The money came back to you through your bank.",
  arrived: "Nothing goes back for it.",
} as const satisfies Record<RefundRefusal, string>;

function costSentence(outcome: OrderRefundOutcome, question: OrderRefundQuestion): string {
  switch (outcome.kind) {
    case "none":
      return refusals[outcome.why];
    case "ask-person":
      return atMostSentence(outcome.atMost, question);
    case "goodwill":
      return `You get ${formatCredits(outcome.credits)} that never expire, and keep what is left of the order.`;
    case "refund":
      return [moneySentence(outcome, question), ...creditSentences(outcome.reclaim, question)].join(" ");
  }
}

function atMostSentence(payout: Payout, { order }: OrderRefundQuestion): string {
  if (payout.kind === "goodwill")
    return `It can be up to ${formatCredits(payout.credits)}, since money cannot go back.`;
  const most = formatMoney({ ...order.paid, amountMinor: payout.refundMinor });
  return `It can be up to ${most}, for the ${formatCredits(payout.reclaim)} you have not used.`;
}

function moneySentence({ refundMinor, whole }: Extract<Payout, { kind: "refund" }>, question: OrderRefundQuestion) {
  const { order, byTransfer = false } = question;
  const back = formatMoney({ ...order.paid, amountMinor: refundMinor });
  const goes = byTransfer ? "comes to you by bank transfer" : "goes back the way you paid";
  if (!whole) return `${back} of ${formatMoney(order.paid)} ${goes}.`;
  return `${back}, ${order.refundedMinor > 0 ? "the rest of the" : "the whole"} payment, ${goes}.`;
}

function creditSentences(reclaim: number, { order }: OrderRefundQuestion): string[] {
  return [
    ...(reclaim > 0 ? [`Your balance falls by ${formatCredits(reclaim)} of this order.`] : []),
    ...(order.spent > 0 ? [`What you used, ${formatCredits(order.spent)}, stays used.`] : []),
    ...(order.held > 0 ? [`${formatCredits(order.held)} set aside for requests that still run stay as they are.`] : []),
  ];
}

/** How soon money that goes back the way it came can be seen there. */
export const arrivalWords = {
  card: "A bank can take up to ten days to show it.",
  alipay: "Alipay shows it within minutes, as a rule.",
} as const satisfies Record<PaymentMethod, string>;

function nextSentence(outcome: OrderRefundOutcome, { order, chosen, byTransfer }: OrderRefundQuestion): string {
  switch (outcome.kind) {
    case "refund":
      return byTransfer === true ? "A bank transfer can take a few days." : arrivalWords[order.method];
    case "goodwill":
      return "If credits do not help you, write to us.";
    case "ask-person":
      return "If you write to us, the person who decides reads it.";
    case "none":
      return afterRefusal(outcome.why, { order, chosen });
  }
}

function afterRefusal(why: RefundRefusal, { order, chosen }: Pick<OrderRefundQuestion, "order" | "chosen">): string {
  switch (why) {
    case "dispute-open":
      return "Once the bank has decided, you can ask again.";
    case "nothing-unspent":
      return order.held > 0
        ? "Some credits are set aside for requests that still run. Ask again when they are done."
        : "";
    case "credits-final":
      return chosen === 0
        ? "If you think this is wrong, write to us."
        : "If something was charged wrongly or never arrived, tell us, and we put it right.";
    case "window-over":
      return "If something was charged wrongly or never arrived, tell us, and we put it right.";
    case "arrived":
      return "The page of the order shows where each of its credits is. If you want money back for another reason, tell us which.";
    case "already-refunded":
    case "settled-by-bank":
      return "";
  }
}
