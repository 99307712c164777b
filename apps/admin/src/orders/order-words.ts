import type {
  CaseKind,
  DisputeView,
  OrderFile,
  OrderKind,
  OrderStanding,
  PaymentMethod,
  RefundGround,
  RefundState,
  RefundWay,
} from "@covenant/domain";
import type { Tone } from "@covenant/ui";

type Look = { label: string; tone: Tone };

export const orderLooks = {
  placed: { label: "Not paid yet", tone: "info" },
  paid: { label: "Paid", tone: "ok" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
  refunding: { label: "Refund on its way", tone: "info" },
  "partly-refunded": { label: "Refunded in part", tone: "neutral" },
  refunded: { label: "Refunded", tone: "neutral" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
  disputed: { label: "Disputed", tone: "warn" },
  "taken-back": { label: "Taken back by a bank", tone: "bad" },
} as const satisfies Record<OrderStanding, Look>;

export const refundLooks = {
  asked: { label: "About to be sent", tone: "info" },
  pending: { label: "On its way", tone: "info" },
  succeeded: { label: "Given back", tone: "ok" },
  failed: { label: "Failed, undone", tone: "bad" },
} as const satisfies Record<RefundState, Look>;

export const disputeLooks = {
  inquiry: { label: "Bank asks", tone: "warn" },
  dropped: { label: "Bank asked, took nothing", tone: "neutral" },
  open: { label: "Dispute open", tone: "warn" },
  won: { label: "Dispute won", tone: "ok" },
  lost: { label: "Dispute lost", tone: "bad" },
  prevented: { label: "Dispute prevented", tone: "bad" },
} as const satisfies Record<DisputeView["state"], Look>;

/** Where the money is, and what whoever reads it can do. */
export const disputeAdvice = {
  inquiry:
    "The bank has taken nothing, and nothing is frozen. Answer it in Stripe's dashboard, or give the whole payment back, which ends it.",
  dropped: "The bank asked and took nothing by it.",
  open: "The bank has taken the money. Send evidence in Stripe's dashboard; nothing can be given back meanwhile.",
  won: "The money is with us again.",
  lost: "The money is with the payer. Stripe's dashboard says whether it can be appealed.",
  prevented: "The money went to the payer before a dispute came of it. That is final, and nobody asked for evidence.",
} as const satisfies Record<DisputeView["state"], string>;

/** What was ordered. */
export const kindNames = {
  pack: "A pack, bought once",
  period: "A period of a subscription",
} as const satisfies Record<OrderKind, string>;

export const methodNames = { card: "Card", alipay: "Alipay" } as const satisfies Record<PaymentMethod, string>;

/** What a case about an order is about, as a link. */
export const caseTitles = {
  prompt: "A request",
  shortfall: "Money gone for used credits",
  "fraud-warning": "A bank warns of fraud",
  account: "An account",
} as const satisfies Record<CaseKind, string>;

/** Why money is wanted back, as somebody at the desk would say it. */
export const groundTitles = {
  withdrawal: "Withdraws within 14 days",
  "duplicate-charge": "Was charged twice",
  "not-delivered": "Never got the credits",
  "billing-error": "Was charged a wrong amount",
  "case-by-case": "Asks for another reason",
  "price-change": "Does not accept a new price",
  "late-renewal": "Was renewed after cancelling",
  "fraud-warning": "The bank warns of fraud",
} as const satisfies Record<RefundGround, string>;

export const wayTitles = {
  payment: "The way the order was paid",
  transfer: "A bank transfer that you make",
} as const satisfies Record<RefundWay, string>;

/** Where an order's credits can be, as columns of its card, in the order of their life. */
export const creditPlaces = [
  { id: "granted", label: "Bought" },
  { id: "available", label: "Unspent" },
  { id: "held", label: "Held" },
  { id: "spent", label: "Spent" },
  { id: "frozen", label: "Frozen" },
  { id: "reclaimed", label: "Taken back" },
  { id: "expired", label: "Expired" },
  { id: "chargedBack", label: "Charged back" },
  { id: "forfeited", label: "Forfeited" },
  { id: "adjusted", label: "Adjusted" },
] as const satisfies readonly { id: keyof OrderFile["creditsNow"]; label: string }[];
