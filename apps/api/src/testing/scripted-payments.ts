import type { OrderId } from "@covenant/domain";
import type { CheckoutRequest, CheckoutState, Payments } from "../orders/payments.ts";
import { makeStripePayments } from "../orders/stripe-payments.ts";
import type { TestDeps } from "./test-deps.ts";

/** A processor that keeps one checkout for each order, as Stripe does under one idempotency key. */
export type ScriptedPayments = Payments & {
  /** Every call to open a checkout, in order. */
  readonly requests: readonly CheckoutRequest[];
  /** What further reads of an order's checkout say; `open` until told. */
  say(orderId: OrderId, state: CheckoutState): void;
  /** Does this before each checkout is answered. */
  beforeOpening(work: () => Promise<void>): void;
};

/** Only the far end is scripted: events are verified by the real library, with the secret of the test settings. */
export function scriptedPayments(settings: Pick<TestDeps["settings"], "STRIPE_WEBHOOK_SECRET">): ScriptedPayments {
  const requests: CheckoutRequest[] = [];
  const states = new Map<string, CheckoutState>();
  let before = async () => {};
  const { readEvent } = makeStripePayments({
    ...settings,
    STRIPE_SECRET_KEY: "sk_test_demo",
    STRIPE_API_URL: "http://127.0.0.1:1",
  });
  return {
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
    readEvent,
  };
}

export const sessionOf = (orderId: OrderId) => `cs_test_${orderId}`;
