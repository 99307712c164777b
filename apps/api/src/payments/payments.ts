import type { Money, OrderId, PaymentMethod, RefundId } from "@covenant/domain";

export type CheckoutRequest = {
  orderId: OrderId;
  description: string;
  amount: Money;
  method: PaymentMethod;
  email: string;
  successUrl: string;
  cancelUrl: string;
};

export type Checkout = { sessionId: string; url: string; expiresAt: Date };

/** What the processor says about a checkout now. */
export type CheckoutState =
  | { kind: "open" }
  | { kind: "paid"; paymentIntentId: string; amount: Money }
  | { kind: "expired" };

export type RefundRequest = { refundId: RefundId; paymentIntentId: string; amount: Money };

/** What the processor says about a refund now. A refund may fail long after it was taken on. */
export type RefundState = {
  processorId: string;
  /** Our own, where we asked for it; null for one that was made in the processor's dashboard. */
  refundId: RefundId | null;
  paymentIntentId: string | null;
  amount: Money;
} & ({ state: "pending" | "succeeded" } | { state: "failed"; problem: string });

/** What the processor says about a dispute now. */
export type DisputeState = {
  processorId: string;
  paymentIntentId: string | null;
  amount: Money;
  /** The bank's reason, in the processor's word. */
  reason: string;
  state: "open" | "won" | "lost";
};

/** What an event is about: a reason to ask the processor, and nothing more. */
export type EventSubject = { noun: "checkout" | "refund" | "dispute"; processorId: string };

/** A verified event of the processor. */
export type PaymentEvent = {
  id: string;
  type: string;
  apiVersion: string | null;
  /** Null where it is about something we keep nothing of. */
  about: EventSubject | null;
  payload: object;
};

/** The processor will not do what was asked, and will not if asked again. */
export class PaymentRefused extends Error {}

/** The payment processor. Amounts are minor units; every call carries a key under which it happens once. */
export type Payments = {
  openCheckout(request: CheckoutRequest): Promise<Checkout>;
  readCheckout(sessionId: string): Promise<CheckoutState>;
  /** @throws PaymentRefused where the money cannot go back: the charge is disputed, too old, or refunded already. */
  sendRefund(request: RefundRequest): Promise<RefundState>;
  readRefund(processorId: string): Promise<RefundState>;
  readDispute(processorId: string): Promise<DisputeState>;
  /** Verifies the signature over the raw body; null when it is not the processor's. */
  readEvent(rawBody: Buffer, signature: string): PaymentEvent | null;
};
