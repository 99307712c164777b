import type {
  DisputeState as DisputeStanding,
  Money,
  OrderId,
  PaymentMethod,
  PlanInterval,
  RecipientId,
  RefundId,
  SubscriptionId,
} from "@covenant/domain";

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
  | {
      kind: "paid";
      paymentIntentId: string;
      amount: Money;
      /** The processor's page with the receipt and the invoice; absent where it wrote none. */
      invoiceUrl?: string;
    }
  /** Nothing was paid, and nobody can pay any more: the page ran out, or the payer's bank said no after they had left. */
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
  /** Null where the processor uses a word that this release does not know. */
  state: DisputeStanding | null;
  /** The processor's own word for how it stands. */
  said: string;
};

/** A price of a plan as the processor has to know it. Its id there is made from ours, so that it is made once. */
export type PriceRequest = { priceId: string; planName: string; interval: PlanInterval; amount: Money };

export type SubscriptionCheckoutRequest = {
  subscriptionId: SubscriptionId;
  /** The processor's id of the price. */
  price: string;
  /** The processor's id of the payer. */
  customer: string;
  successUrl: string;
  cancelUrl: string;
};

/** The processor's id of a price, and the time it was charged for. */
export type InvoiceLine = { price: string; start: Date; end: Date };

/** An invoice of a subscription as the processor has it now. */
export type InvoiceReading = {
  processorId: string;
  state: "draft" | "open" | "paid" | "void" | "uncollectible";
  /** Why it was written: the first period, a renewal, a change of plan, or anything else. */
  reason: "create" | "cycle" | "update" | "other";
  /** What is paid, or is to be paid. */
  amount: Money;
  /** What it charges for. */
  lines: readonly InvoiceLine[];
  /** Time that had been paid for and is taken off, as a change of plan does. */
  unused: readonly InvoiceLine[];
  paymentIntentId: string | null;
  paidAt: Date | null;
  /** Where it is paid, and afterwards shown with its receipt; null while it is a draft. */
  url: string | null;
};

/** What the processor says about a subscription now. */
export type SubscriptionReading = {
  processorId: string;
  customer: string;
  /** Ours, from its metadata; null for one that is not ours. */
  subscriptionId: SubscriptionId | null;
  state: "incomplete" | "active" | "past-due" | "paused" | "ended";
  /** The processor's id of the price that the next renewal charges. */
  price: string;
  periodStart: Date;
  periodEnd: Date;
  /** When it ends by itself; null while it renews. */
  endsAt: Date | null;
  endedAt: Date | null;
  /** Periods pass without being charged. */
  collectionPaused: boolean;
  /** The newest first; all of them. */
  invoices: readonly InvoiceReading[];
};

/** Which subscription a checkout has led to, or that its page is open or ran out. */
export type SubscriptionCheckout = { kind: "open" | "expired" } | { kind: "complete"; processorId: string };

/** What a change to another price would charge at once, as the processor computes it. */
export type ChangePreview = { payNow: Money; periodEnd: Date };

/** The processor's subscriptions. A key makes each write happen once; `at` of a change is the instant its preview was for. */
export type SubscriptionPayments = {
  /** The processor's id of the payer, made once per member. */
  ensureCustomer(member: { memberId: string; email: string }): Promise<string>;
  /** The processor's id of the price, made once per price. */
  ensurePrice(request: PriceRequest): Promise<string>;
  openSubscriptionCheckout(request: SubscriptionCheckoutRequest): Promise<Checkout>;
  readSubscriptionCheckout(sessionId: string): Promise<SubscriptionCheckout>;
  /** Shuts a page, so that nobody pays there any more; one that was paid by then stays so. */
  closeSubscriptionCheckout(sessionId: string): Promise<SubscriptionCheckout>;
  readSubscription(processorId: string): Promise<SubscriptionReading>;
  /** Our id of it, from its metadata; null for one that is not ours, of whatever shape it is. */
  findSubscriptionOf(processorId: string): Promise<SubscriptionId | null>;
  /** Ends with its period, or goes on after all. */
  setRenewing(processorId: string, renews: boolean, key: string): Promise<void>;
  /** Ends now, as does what is still asked for. Nothing is paid back by it. */
  endSubscription(processorId: string, key: string): Promise<void>;
  previewChange(processorId: string, price: string, at: Date): Promise<ChangePreview>;
  /** Changes to a dearer price now and charges the difference. @throws PaymentRefused where it cannot be charged: nothing is changed then. */
  changeNow(processorId: string, price: string, at: Date, key: string): Promise<void>;
  /** Has the next renewal charged at another price; the running period stays as it is. */
  setRenewalPrice(processorId: string, price: string, key: string): Promise<void>;
  /** While collection is paused, periods pass, nothing is charged and nothing is granted. */
  setCollectionPaused(processorId: string, paused: boolean, key: string): Promise<void>;
  /** A page of the processor where a payer changes the card and finds invoices. */
  openPortal(customer: string, returnUrl: string): Promise<{ url: string }>;
};

/** What an event is about: a reason to ask the processor, and nothing more. */
export type EventSubject = {
  noun: "checkout" | "refund" | "dispute" | "warning" | "subscription" | "invoice";
  processorId: string;
};

/** An event of the processor, verified or asked for. */
export type PaymentEvent = {
  id: string;
  type: string;
  /** The version of the processor's API it was written in. */
  apiVersion: string | null;
  /** By the processor's clock. */
  occurredAt: Date;
  /** Null where it is about something we keep nothing of. */
  about: EventSubject | null;
  payload: object;
};

/** A bank suspects a payment, and nobody disputes it yet. */
export type FraudWarning = { processorId: string; paymentIntentId: string | null; fraudType: string };

/** Something that moved on the account's balance. What belongs to no payment, refund or dispute is a fee, a payout or other. */
export type BalanceMovement = {
  id: string;
  kind: "payment" | "refund" | "refund-failure" | "dispute" | "dispute-reversal" | "fee" | "payout" | "other";
  /** As the payer was charged, in minor units of any currency; negative where money leaves us. */
  amountMinor: number;
  currency: string;
  /** As it was booked, in the currency the account is paid out in, before the fee. */
  settled: { amountMinor: number; feeMinor: number; currency: string };
  paymentIntentId: string | null;
  refundId: string | null;
  disputeId: string | null;
  occurredAt: Date;
};

/** A span of time by the processor's clock; `to` is no longer in it. */
export type Span = { from: Date; to: Date };

/** The processor will not do what was asked, and will not if asked again. */
export class PaymentRefused extends Error {}

/** The payment processor. Amounts are minor units; every call carries a key under which it happens once. */
export type Payments = SubscriptionPayments & {
  /** Who gets what is sent, in the register of recipients. */
  readonly recipient: RecipientId;
  openCheckout(request: CheckoutRequest): Promise<Checkout>;
  readCheckout(sessionId: string): Promise<CheckoutState>;
  /** @throws PaymentRefused where the money cannot go back: the charge is disputed, too old, or refunded already. */
  sendRefund(request: RefundRequest): Promise<RefundState>;
  readRefund(processorId: string): Promise<RefundState>;
  readDispute(processorId: string): Promise<DisputeState>;
  /** Verifies the signature over the raw body; null when it is not the processor's, or no event. */
  readEvent(rawBody: Buffer, signature: string): PaymentEvent | null;
  /** The version of its API that it is asked in, and that its webhooks should be written in. */
  readonly apiVersion: string;
  /** Events of the kinds we act on since then, a page at a time, the newest first. It keeps them for 30 days. */
  listEvents(since: Date): AsyncIterable<PaymentEvent[]>;
  readWarning(processorId: string): Promise<FraudWarning>;
  /** What moved on the account's balance, a page at a time, the newest first. */
  listMovements(span: Span): AsyncIterable<BalanceMovement[]>;
  /** What an invoice that no subscription has was written for: our order by its metadata, and its payment. */
  readInvoiceOrigin(processorId: string): Promise<{ orderId: OrderId | null; paymentIntentId: string | null }>;
  /** The checkout that a payment came through; null where it came otherwise. */
  findCheckoutOf(paymentIntentId: string): Promise<string | null>;
};
