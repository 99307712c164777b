import type { Money, OrderId, PaymentMethod } from "@covenant/domain";

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

/** A verified event of the processor: its id, its type, and the checkout it speaks of, if any. */
export type PaymentEvent = {
  id: string;
  type: string;
  apiVersion: string | null;
  sessionId: string | null;
  payload: object;
};

/** The payment processor. Amounts are minor units; every call carries a key under which it happens once. */
export type Payments = {
  openCheckout(request: CheckoutRequest): Promise<Checkout>;
  readCheckout(sessionId: string): Promise<CheckoutState>;
  /** Verifies the signature over the raw body; null when it is not the processor's. */
  readEvent(rawBody: Buffer, signature: string): PaymentEvent | null;
};
