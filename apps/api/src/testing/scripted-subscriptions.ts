import type { SubscriptionId } from "@covenant/domain";
import type { SubscriptionPayments, SubscriptionReading } from "../payments/payments.ts";

export type ScriptedSubscriptions = SubscriptionPayments & {
  /** A payer pays a subscription's page for the month from `at` on. */
  paySubscription(id: SubscriptionId, at: Date): void;
  /** What the processor says of a subscription from now on. */
  saySubscription(reading: SubscriptionReading): void;
};

/** A processor's subscriptions, one to a page. Prices keep our ids there, and a change asks for the whole difference. */
export function scriptedSubscriptions(): ScriptedSubscriptions {
  const amounts = new Map<string, number>();
  const amountOf = (price: string) => amounts.get(price) ?? 0;
  const pages = new Map<string, { price: string; customer: string; subscriptionId: SubscriptionId }>();
  const readings = new Map<string, SubscriptionReading>();
  const change = (id: string, changes: Partial<SubscriptionReading>) => {
    readings.set(id, { ...readingOf(id), ...changes });
  };
  const readingOf = (id: string) => {
    const reading = readings.get(id);
    if (reading === undefined) throw new Error(`the script says nothing of ${id}`);
    return reading;
  };
  const checkout: SubscriptionPayments["readSubscriptionCheckout"] = async (sessionId) => {
    const paid = [...readings.values()].find(({ subscriptionId }) => sessionId === pageOf(subscriptionId ?? ""));
    return paid === undefined ? { kind: "open" } : { kind: "complete", processorId: paid.processorId };
  };
  return {
    ensureCustomer: async ({ memberId }) => `cus_${memberId}`,
    ensurePrice: async ({ priceId, amount }) => {
      amounts.set(`price_${priceId}`, amount.amountMinor);
      return `price_${priceId}`;
    },
    openSubscriptionCheckout: async ({ subscriptionId, price, customer }) => {
      const sessionId = pageOf(subscriptionId);
      pages.set(sessionId, { price, customer, subscriptionId });
      return { sessionId, url: `https://checkout.test/${sessionId}`, expiresAt: new Date("2026-11-22T12:00:00Z") };
    },
    readSubscriptionCheckout: checkout,
    closeSubscriptionCheckout: async (id) => {
      const state = await checkout(id);
      return state.kind === "open" ? { kind: "expired" } : state;
    },
    readSubscription: async (id) => readingOf(id),
    findSubscriptionOf: async (id) => readingOf(id).subscriptionId,
    setRenewing: async (id, renews) => change(id, { endsAt: renews ? null : readingOf(id).periodEnd }),
    endSubscription: async (id) => change(id, { state: "ended", endedAt: readingOf(id).periodStart }),
    previewChange: async (id, price) => ({
      payNow: differenceTo(readingOf(id), price),
      periodEnd: readingOf(id).periodEnd,
    }),
    changeNow: async (id, price, at) => {
      const reading = readingOf(id);
      const [paid] = reading.invoices;
      if (paid === undefined) throw new Error(`${id} was never paid`);
      const rest = { start: at, end: reading.periodEnd };
      const invoice = {
        ...paid,
        processorId: `${paid.processorId}_${price}`,
        reason: "update" as const,
        amount: differenceTo(reading, price),
        lines: [{ price, ...rest }],
        unused: [{ price: reading.price, ...rest }],
        paymentIntentId: `${paid.paymentIntentId}_${price}`,
      };
      change(id, { price, invoices: [invoice, ...reading.invoices] });
    },
    setRenewalPrice: async (id, price) => change(id, { price }),
    setCollectionPaused: async (id, collectionPaused) => change(id, { collectionPaused }),
    openPortal: async (customer) => ({ url: `https://portal.test/${customer}` }),
    saySubscription: (reading) => {
      readings.set(reading.processorId, reading);
    },
    paySubscription: (id, at) => {
      const page = pages.get(pageOf(id));
      if (page === undefined) throw new Error(`${id} has no page`);
      readings.set(`sub_test_${id}`, firstReading(page, at));
    },
  };

  function firstReading(page: { price: string; customer: string; subscriptionId: SubscriptionId }, at: Date) {
    const end = new Date(at);
    end.setUTCMonth(end.getUTCMonth() + 1);
    const invoice = {
      processorId: `in_test_${page.subscriptionId}`,
      state: "paid",
      reason: "create",
      amount: { amountMinor: amountOf(page.price), currency: "USD" },
      lines: [{ price: page.price, start: at, end }],
      unused: [],
      paymentIntentId: `pi_${page.subscriptionId}`,
      paidAt: at,
      url: `https://invoices.test/${page.subscriptionId}`,
    } as const;
    return {
      processorId: `sub_test_${page.subscriptionId}`,
      customer: page.customer,
      subscriptionId: page.subscriptionId,
      state: "active",
      price: page.price,
      periodStart: at,
      periodEnd: end,
      endsAt: null,
      endedAt: null,
      collectionPaused: false,
      invoices: [invoice],
    } as const satisfies SubscriptionReading;
  }

  function differenceTo(reading: SubscriptionReading, price: string) {
    return { amountMinor: amountOf(price) - amountOf(reading.price), currency: "USD" } as const;
  }
}

const pageOf = (id: string) => `cs_test_${id}`;
