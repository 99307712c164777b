import type Stripe from "stripe";
import type { Fields } from "../../record.ts";
import type { StoredAnswer } from "../api/idempotency.ts";
import type { CardName } from "../customers/test-cards.ts";
import type { Task } from "./later.ts";

/** A session with what the API shows only when asked, and what its completion will make. */
export type SessionEntry = {
  session: Stripe.Checkout.Session;
  lines: Stripe.LineItem[];
  /** `payment_intent_data` or `subscription_data`, as it was sent. */
  wanted: Fields;
  /** The card that waits for its owner to authenticate. */
  paymentMethod: string | null;
};

/** A subscription with what the API never shows. */
export type SubscriptionEntry = {
  subscription: Stripe.Subscription;
  /** Seconds by which its time runs ahead of the real one, where no test clock holds it. */
  ahead: number;
  /** The period end that `invoice.upcoming` was sent for. */
  noticedFor: number | null;
  /** Prorations that wait for the next invoice. */
  pendingLines: Stripe.InvoiceLineItem[];
  /** The invoice that `pending_update` waits for. */
  pendingInvoice: string | null;
};

/** What a person can set on the sandbox's Stripe page, where the real one has its dashboard. */
export type Settings = {
  /** What becomes of a subscription when the last retry has failed. */
  afterRetries: "cancel" | "unpaid" | "past_due";
  /** Payment methods the account has switched on. */
  methods: string[];
};

/** Everything the stand-in remembers, oldest first. References between objects are ids. */
export type Books = {
  products: Map<string, Stripe.Product>;
  prices: Map<string, Stripe.Price>;
  customers: Map<string, Stripe.Customer>;
  paymentMethods: Map<string, Stripe.PaymentMethod>;
  /** How the card behind a payment method behaves. Its number is never kept. */
  cards: Map<string, CardName>;
  sessions: Map<string, SessionEntry>;
  payments: Map<string, Stripe.PaymentIntent>;
  charges: Map<string, Stripe.Charge>;
  /** Seconds that the page made a charge older. */
  ages: Map<string, number>;
  refunds: Map<string, Stripe.Refund>;
  disputes: Map<string, Stripe.Dispute>;
  warnings: Map<string, Stripe.Radar.EarlyFraudWarning>;
  balance: Map<string, Stripe.BalanceTransaction>;
  subscriptions: Map<string, SubscriptionEntry>;
  invoices: Map<string, Stripe.Invoice>;
  invoicePayments: Map<string, Stripe.InvoicePayment>;
  clocks: Map<string, Stripe.TestHelpers.TestClock>;
  portalConfigurations: Map<string, Stripe.BillingPortal.Configuration>;
  portalSessions: Map<string, Stripe.BillingPortal.Session>;
  events: Map<string, Stripe.Event>;
  /** Events on their way, so that a restarted sandbox goes on sending them. */
  outbox: Map<string, true>;
  /** What will happen by itself. */
  tasks: Map<string, Task>;
  answers: Map<string, { fingerprint: string; answer: StoredAnswer; at: number }>;
  settings: Settings;
};

/** Starts empty. */
export function openBooks(): Books {
  return {
    products: new Map(),
    prices: new Map(),
    customers: new Map(),
    paymentMethods: new Map(),
    cards: new Map(),
    sessions: new Map(),
    payments: new Map(),
    charges: new Map(),
    ages: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    warnings: new Map(),
    balance: new Map(),
    subscriptions: new Map(),
    invoices: new Map(),
    invoicePayments: new Map(),
    clocks: new Map(),
    portalConfigurations: new Map(),
    portalSessions: new Map(),
    events: new Map(),
    outbox: new Map(),
    tasks: new Map(),
    answers: new Map(),
    settings: { afterRetries: "cancel", methods: ["card", "alipay"] },
  };
}
