import { type RefundGround, refundGrounds } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const disputeStates = ["none", "open", "lost", "won"] as const;
/** How the payer's bank sees the payment: nothing said, looking into it, or decided for the payer or for us. */
export type DisputeState = (typeof disputeStates)[number];

const withdrawalRights = ["running", "over", "none"] as const;
/** Whether the law of the member's country lets them withdraw; `none` where it gives no such right at all. */
export type WithdrawalRight = (typeof withdrawalRights)[number];

const choices = ["open", "some", "worthless", "nothing"] as const;

export type OrderRefundFacts = {
  readonly ground: RefundGround;
  readonly dispute: DisputeState;
  /** Whether anything of the payment is still with us. */
  readonly payment: "left" | "gone";
  /** Whether unspent credits are worth the smallest coin at least. */
  readonly unspent: "some" | "none";
  readonly used: "some" | "none";
  /** Whether the order's credits came into the wallet. Where they did not, none can be unspent or used. */
  readonly arrived: boolean;
  readonly withdrawal: WithdrawalRight;
  /** The consumer asked for work to start within the 14 days, and the request is on record. */
  readonly startConsent: boolean;
  /** Whether the way the payment came still takes money back. */
  readonly wayBack: "open" | "closed";
  /** What a person chose, which counts where the terms leave it to one. Chosen credits may be worth no coin. */
  readonly choice: (typeof choices)[number];
};

const refundRefusals = [
  "dispute-open",
  "already-refunded",
  "nothing-unspent",
  "credits-final",
  "window-over",
  "settled-by-bank",
  "arrived",
] as const;
/** Why nothing goes back. */
export type RefundRefusal = (typeof refundRefusals)[number];

/** What goes back: what is left of the payment, the share of the unspent credits, or of those a person chose. */
type Extent = "payment" | "unspent" | "chosen";

export type OrderRefundVerdict =
  | { readonly kind: "refund" | "goodwill"; readonly of: Extent }
  | { readonly kind: "ask-person" }
  | { readonly kind: "none"; readonly why: RefundRefusal };

export const onOrderRefund = conditionsOn<OrderRefundFacts>();

export const groundWords = {
  withdrawal: "the member withdraws",
  "duplicate-charge": "the same thing was charged twice",
  "not-delivered": "the credits are said never to have arrived",
  "billing-error": "the amount was wrong",
  "case-by-case": "the member asks without a ground that the terms name",
  "price-change": "prices changed after the credits were bought",
  "late-renewal": "the renewal came after the cancellation",
  "fraud-warning": "the bank warned of the payment",
} as const satisfies Record<RefundGround, string>;

export const disputeWords = {
  none: "no bank disputes the payment",
  open: "the bank is looking into the payment",
  lost: "the bank gave the money back",
  won: "the bank left the money with us",
} as const satisfies Record<DisputeState, string>;

export const withdrawalWords = {
  running: "the 14 days are running",
  over: "the 14 days are over",
  none: "the law of the member's country gives no 14 days",
} as const satisfies Record<WithdrawalRight, string>;

export const orderRefundFamily: Family<OrderRefundFacts> = {
  name: "order refund",
  question: "orderRefund",
  points: () => refundGrounds.flatMap((ground) => pointsOf(ground)),
  tell: (facts) => [
    groundWords[facts.ground],
    disputeWords[facts.dispute],
    facts.payment === "left" ? "something of the payment is left" : "nothing of the payment is left",
    facts.unspent === "some" ? "unspent credits are left" : "no unspent credits are left",
    facts.used === "some" ? "some credits were used" : "no credits were used",
    ...(facts.arrived ? [] : ["the credits of the order never came"]),
    ...(facts.arrived && facts.ground === "not-delivered" ? ["the credits of the order came"] : []),
    ...(facts.ground === "withdrawal" || facts.ground === "price-change" ? [withdrawalWords[facts.withdrawal]] : []),
    ...(facts.startConsent || facts.ground !== "withdrawal" ? [] : ["no request to start at once is on record"]),
    ...(facts.wayBack === "closed" ? ["the way of payment takes no money back any more"] : []),
    ...(facts.choice === "some" ? ["a person chose how much"] : []),
    ...(facts.choice === "worthless" ? ["the credits that were chosen are worth less than the smallest coin"] : []),
    ...(facts.choice === "nothing" ? ["a person decided against it"] : []),
  ],
};

/** While a withdrawal is running, a few weeks at most, every way back is open. */
const rightsAndWays = withdrawalRights.flatMap((withdrawal) =>
  (withdrawal === "running" ? (["open"] as const) : (["open", "closed"] as const)).map((wayBack) => ({
    withdrawal,
    wayBack,
  })),
);
const someNone = ["some", "none"] as const;
const whereabouts = [
  ...someNone.flatMap((unspent) => someNone.map((used) => ({ arrived: true, unspent, used }))),
  { arrived: false, unspent: "none", used: "none" } as const,
];

function pointsOf(ground: RefundGround): OrderRefundFacts[] {
  return disputeStates.flatMap((dispute) =>
    (["left", "gone"] as const).flatMap((payment) =>
      whereabouts.flatMap((credits) =>
        rightsAndWays.flatMap((rightAndWay) =>
          [true, false].flatMap((startConsent) =>
            choices.map((choice) => ({
              ground,
              dispute,
              payment,
              ...credits,
              ...rightAndWay,
              startConsent,
              choice,
            })),
          ),
        ),
      ),
    ),
  );
}
