import {
  after,
  duration,
  type Money,
  type PaymentMethod,
  type RefundGround,
  type StorefrontId,
} from "@covenant/domain";
import { type Asks, deciding, instant, orNone, parts, placed } from "../asks.ts";
import { type Decision, decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import {
  type DisputeState,
  type OrderRefundFacts,
  type OrderRefundVerdict,
  orderRefundFamily,
  type RefundRefusal,
} from "./facts.ts";
import { wordsOfRefund } from "./refund-words.ts";
import { dueForCredits, leftInCredits, leftOfPayment, type PaidOrder } from "./share-of-payment.ts";
import { type WithdrawalWindow, withdrawalWindow } from "./withdrawal-window.ts";

/** An order whose money is wanted back: what was paid, and where each of its credits is. */
export type RefundableOrder = (
  | { readonly kind: "pack" }
  | {
      readonly kind: "subscription-period";
      /** When the subscription was first paid: a renewal is no new contract, and brings no new 14 days. */
      readonly subscribedAt: Date;
    }
) & {
  readonly paidAt: Date;
  readonly paid: Money;
  readonly method: PaymentMethod;
  readonly granted: number;
  /** Whether these credits came into the wallet. */
  readonly arrived: boolean;
  /** Available, and frozen ones where no dispute froze them. */
  readonly unspent: number;
  readonly held: number;
  readonly spent: number;
  readonly expired: number;
  readonly reclaimed: number;
  readonly refundedMinor: number;
  /** Credits given for this order in place of money that could not be sent back. */
  readonly goodwill: number;
};

export type OrderRefundQuestion = {
  readonly storefront: StorefrontId;
  /** When the order was paid: the terms of that day rule. */
  readonly at: Date;
  readonly ground: RefundGround;
  readonly order: RefundableOrder;
  readonly consumer: {
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    readonly isConsumer: boolean;
    /** The consumer asked for work to start within the 14 days, and the request is on record. */
    readonly startConsent: boolean;
  };
  readonly dispute: DisputeState;
  /** A person sends the money by another way, a bank transfer, since the way of payment takes none back. */
  readonly byTransfer?: boolean;
  /**
   * Credits a person chose to take back, 0 for none; null while nobody has chosen. It counts where the terms leave it to a
   * person, and nowhere else.
   */
  readonly chosen: number | null;
  /** When the money was asked for: a withdrawal counts from its declaration, however late staff come to it. */
  readonly now: Date;
};

/** Money goes back and credits are taken, or credits are given where money cannot go back; the order keeps its own then. */
export type Payout =
  | {
      readonly kind: "refund";
      readonly reclaim: number;
      readonly refundMinor: number;
      /** Nothing of the payment stays with us. */
      readonly whole: boolean;
    }
  | { readonly kind: "goodwill"; readonly credits: number };

export type OrderRefundOutcome =
  | Payout
  /** A person may choose up to `atMost`, and then asks again with what was `chosen`. */
  | { readonly kind: "ask-person"; readonly atMost: Payout }
  | { readonly kind: "none"; readonly why: RefundRefusal };

const outcomeNames = {
  refund: "refunded",
  goodwill: "credits instead of money",
  "ask-person": "left to a person",
  none: "not refunded",
} as const satisfies Record<OrderRefundOutcome["kind"], string>;

/** Alipay takes money back for 90 days from the payment (docs.stripe.com/payments/alipay); a card has no such end. */
const wayBackDays = { card: Number.POSITIVE_INFINITY, alipay: 90 } as const satisfies Record<PaymentMethod, number>;

const packAsks: Asks<Extract<RefundableOrder, { kind: "pack" }>> = {
  kind: "whether it is a pack or a period",
  paidAt: instant("when it was paid"),
  paid: parts<Money>("what was paid", { amountMinor: "how much was paid", currency: "in which currency" }),
  method: "how it was paid",
  granted: "how many credits it gave",
  arrived: "whether its credits came",
  unspent: "how many credits are unspent",
  held: "how many credits are held",
  spent: "how many credits were spent",
  expired: "how many credits expired",
  reclaimed: "how many credits were taken back",
  refundedMinor: "how much money went back already",
  goodwill: "how many credits were given instead of money",
};
const periodAsks = { ...packAsks, subscribedAt: instant("when the subscription was first paid") };
const isPeriod = (order: object) => "kind" in order && order.kind === "subscription-period";

/** What is asked about every refund, whoever the consumer is. */
export const refundAsks: Asks<Omit<OrderRefundQuestion, "consumer">> = {
  ...placed("when the order was paid"),
  ground: "on which ground money is asked for",
  order: deciding(
    parts<object>("which order it is", (order) => (isPeriod(order) ? periodAsks : packAsks)),
    "payment",
    "unspent",
    "used",
    "arrived",
    "withdrawal",
    "wayBack",
    "choice",
  ),
  dispute: "whether a bank looks into the payment",
  chosen: deciding(orNone("how many credits a person chose to take back"), "choice"),
  now: deciding(instant("when the money was asked for"), "withdrawal", "wayBack"),
};

const asks: Asks<OrderRefundQuestion> = {
  ...refundAsks,
  consumer: deciding(
    parts<OrderRefundQuestion["consumer"]>("who bought it", {
      country: "in which country the member lives",
      isConsumer: "whether a consumer bought it",
      startConsent: "whether the member asked us to start at once",
    }),
    "withdrawal",
    "startConsent",
  ),
};

/**
 * Does money of an order go back, how much, and which credits go with it? Throws a `RangeError` for counts that cannot be,
 * such as more credits than the order granted, or more chosen than are unspent.
 */
export const ruleOnOrderRefund = rulingOn(
  { family: orderRefundFamily, bookIn: ({ orderRefund }) => orderRefund, asks },
  (question: OrderRefundQuestion, terms) => {
    requirePossible(question);
    const window = windowOf(question);
    return writeRefund(terms, decide(terms.rules.orderRefund, factsOf(question, window)), { question, window });
  },
);

/** The decision as a ruling, with the money and the credits. */
export function writeRefund(
  terms: TermsVersion,
  decision: Decision<OrderRefundFacts, OrderRefundVerdict>,
  { question, window }: { readonly question: OrderRefundQuestion; readonly window: WithdrawalWindow | null },
): Ruling<OrderRefundOutcome> {
  const outcome = outcomeOf(decision.verdict, question);
  return writeRuling(terms, "orderRefund", decision, {
    outcome,
    outcomeName: outcomeNames[outcome.kind],
    words: wordsOfRefund(question, { outcome, window }),
  });
}

/** Throws a `RangeError` for counts that cannot be. */
export function requirePossible({ order, chosen }: OrderRefundQuestion): void {
  const { granted, unspent, held, spent, expired, reclaimed, goodwill, refundedMinor, paid } = order;
  const counts = [granted, unspent, held, spent, expired, reclaimed, goodwill, refundedMinor, paid.amountMinor];
  const counted =
    counts.every((count) => Number.isSafeInteger(count) && count >= 0) && granted > 0 && paid.amountMinor > 0;
  const most = order.arrived ? granted : 0;
  if (!counted || unspent + held + spent + expired + reclaimed > most || refundedMinor > paid.amountMinor) {
    throw new RangeError(`no order can stand so: ${JSON.stringify(order)}`);
  }
  if (chosen !== null && (!Number.isSafeInteger(chosen) || chosen < 0 || chosen > unspent)) {
    throw new RangeError(`of ${unspent} unspent credits nobody can choose ${chosen}`);
  }
}

/** When the contract of an order was made. */
export function contractOf(order: RefundableOrder): Date {
  return order.kind === "pack" ? order.paidAt : order.subscribedAt;
}

function windowOf({ order, consumer }: OrderRefundQuestion): WithdrawalWindow | null {
  return consumer.isConsumer ? withdrawalWindow(consumer.country, contractOf(order)) : null;
}

/** How long the consumer of an order may withdraw from it, and whether that time still runs; null where no law says so. */
export function withdrawalOf(
  question: OrderRefundQuestion,
): (WithdrawalWindow & { readonly isRunning: boolean }) | null {
  const window = windowOf(question);
  return window === null ? null : { ...window, isRunning: question.now < window.endsAt };
}

export function factsOf(question: OrderRefundQuestion, window: WithdrawalWindow | null): OrderRefundFacts {
  const { ground, order, consumer, dispute, now } = question;
  const whole = payout("payment", question);
  const unspent = payout("unspent", question);
  return {
    ground,
    dispute,
    payment: worthOf(whole) > 0 ? "left" : "gone",
    unspent: worthOf(unspent) > 0 ? "some" : "none",
    used: order.spent > 0 ? "some" : "none",
    arrived: order.arrived,
    withdrawal: rightAt(window, now),
    startConsent: consumer.startConsent,
    wayBack: isWayBackOpen(question) ? "open" : "closed",
    choice: choiceOf(question),
  };
}

/** How the right to withdraw stands at an instant. */
export function rightAt(window: WithdrawalWindow | null, now: Date): OrderRefundFacts["withdrawal"] {
  if (window === null) return "none";
  return now < window.endsAt ? "running" : "over";
}

function choiceOf(question: OrderRefundQuestion): OrderRefundFacts["choice"] {
  if (question.chosen === null) return "open";
  if (question.chosen === 0) return "nothing";
  return worthOf(payout("chosen", question)) > 0 ? "some" : "worthless";
}

/** Whether money can go back: the way it came, or the way that a person has found. */
function isWayBackOpen({ order, now, byTransfer = false }: OrderRefundQuestion): boolean {
  return byTransfer || takesMoneyBack(order, now);
}

/** Whether the way an order was paid still takes its money back. */
export function takesMoneyBack(order: Pick<RefundableOrder, "method" | "paidAt">, now: Date): boolean {
  const days = wayBackDays[order.method];
  return days === Number.POSITIVE_INFINITY || now <= after(order.paidAt, duration.days(days));
}

function worthOf(payout: Payout): number {
  return payout.kind === "refund" ? payout.refundMinor : payout.credits;
}

function outcomeOf(verdict: OrderRefundVerdict, question: OrderRefundQuestion): OrderRefundOutcome {
  switch (verdict.kind) {
    case "refund":
    case "goodwill":
      return payout(verdict.of, question);
    case "ask-person":
      return { kind: "ask-person", atMost: payout("unspent", question) };
    case "none":
      return verdict;
  }
}

type Extent = Extract<OrderRefundVerdict, { of: unknown }>["of"];

/** What would go back, by the way that is open now. */
function payout(of: Extent, question: OrderRefundQuestion): Payout {
  const { order } = question;
  const paid: PaidOrder = { ...order, paidMinor: order.paid.amountMinor };
  const credits = of === "chosen" ? (question.chosen ?? 0) : order.unspent;
  if (isWayBackOpen(question)) {
    const refundMinor = of === "payment" ? leftOfPayment(paid) : dueForCredits(paid, credits);
    return { kind: "refund", reclaim: credits, refundMinor, whole: refundMinor === leftOfPayment(paid) };
  }
  const worth = leftInCredits(paid);
  const wanted = of === "payment" ? worth : Math.min(credits, worth);
  return { kind: "goodwill", credits: Math.max(0, wanted - order.goodwill) };
}
