import type { OrderId, RefundId } from "@covenant/domain";
import type {
  CheckoutRequest,
  CheckoutState,
  DisputeState,
  FraudWarning,
  Payments,
  RefundRequest,
  RefundState,
} from "../payments/payments.ts";
import { makeStripePayments } from "../payments/stripe-payments.ts";
import { type ScriptedSubscriptions, scriptedSubscriptions } from "./scripted-subscriptions.ts";
import type { TestDeps } from "./test-deps.ts";

/** A processor that keeps one checkout for each order, as Stripe does under one idempotency key. */
export type ScriptedPayments = Payments &
  ScriptedSubscriptions & {
    /** Every call to open a checkout, in order. */
    readonly requests: readonly CheckoutRequest[];
    /** What further reads of an order's checkout say; `open` until told. */
    say(orderId: OrderId, state: CheckoutState): void;
    /** Every refund that was sent, in order. */
    readonly refunds: readonly RefundRequest[];
    /** What the processor says of a refund from now on; one it was not told of is `pending`. */
    sayRefund(state: RefundState): void;
    sayDispute(state: DisputeState): void;
    sayWarning(warning: FraudWarning): void;
    /** Does this before each refund is answered. */
    beforeRefunding(work: () => Promise<void>): void;
    /** Does this before each checkout is answered. */
    beforeOpening(work: () => Promise<void>): void;
  };

/** Only the far end is scripted: events are verified by the real library, with the secret of the test settings. */
export function scriptedPayments(settings: Pick<TestDeps["settings"], "STRIPE_WEBHOOK_SECRET">): ScriptedPayments {
  const requests: CheckoutRequest[] = [];
  const states = new Map<string, CheckoutState>();
  const refunds: RefundRequest[] = [];
  const refundStates = new Map<string, RefundState>();
  const disputes = new Map<string, DisputeState>();
  let before = async () => {};
  let beforeRefund = async () => {};
  const warnings = new Map<string, FraudWarning>();
  const { readEvent, apiVersion } = makeStripePayments({
    ...settings,
    STRIPE_SECRET_KEY: "sk_test_demo",
    STRIPE_API_URL: "http://127.0.0.1:1",
  });
  return {
    ...scriptedSubscriptions(),
    recipient: "stripe",
    requests,
    say: (orderId, state) => {
      states.set(sessionOf(orderId), state);
    },
    beforeOpening: (work) => {
      before = work;
    },
    openCheckout: async (request) => {
      requests.push(request);
      await before();
      const sessionId = sessionOf(request.orderId);
      return { sessionId, url: `https://checkout.test/${sessionId}`, expiresAt: new Date("2026-11-22T12:00:00Z") };
    },
    readCheckout: async (sessionId) => states.get(sessionId) ?? { kind: "open" },
    refunds,
    sayRefund: (state) => {
      refundStates.set(state.processorId, state);
    },
    sayDispute: (state) => {
      disputes.set(state.processorId, state);
    },
    beforeRefunding: (work) => {
      beforeRefund = work;
    },
    sendRefund: async ({ refundId, paymentIntentId, amount }) => {
      refunds.push({ refundId, paymentIntentId, amount });
      await beforeRefund();
      const processorId = processorIdOf(refundId);
      const made: RefundState = { processorId, refundId, paymentIntentId, amount, state: "pending" };
      return refundStates.get(processorId) ?? made;
    },
    readRefund: async (id) => refundStates.get(id) ?? unknown(id),
    readDispute: async (id) => disputes.get(id) ?? unknown(id),
    readEvent,
    apiVersion,
    sayWarning: (warning) => {
      warnings.set(warning.processorId, warning);
    },
    readWarning: async (id) => warnings.get(id) ?? unknown(id),
    listEvents: () => unknown("events"),
    listMovements: () => unknown("movements"),
    readInvoiceOrigin: (id) => unknown(id),
    findCheckoutOf: (id) => unknown(id),
  };
}

export const sessionOf = (orderId: OrderId) => `cs_test_${orderId}`;

/** The name under which the processor knows a refund of ours. */
export const processorIdOf = (refundId: RefundId) => `re_test_${refundId}`;

function unknown(id: string): never {
  throw new Error(`the script says nothing of ${id}`);
}
