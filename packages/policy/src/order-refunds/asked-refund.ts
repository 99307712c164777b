import type { OrderRefundQuestion } from "./rule-on-order-refund.ts";

export const paidAt = new Date("2026-11-02T10:00:00Z");
export const days = (count: number) => new Date(paidAt.getTime() + count * 86_400_000);
export const german = { country: "DE", isConsumer: true, startConsent: true };

export type Asked = Partial<Omit<OrderRefundQuestion, "order">> & {
  readonly order?: Partial<OrderRefundQuestion["order"]>;
};

/** Forty of a hundred credits are unspent, and €20.00 was paid for them by card eight days ago. */
export function asked({ order, ...facts }: Asked): OrderRefundQuestion {
  return {
    storefront: "modelmyimage",
    at: paidAt,
    ground: "withdrawal",
    order: {
      kind: "pack",
      paidAt,
      paid: { amountMinor: 2000, currency: "EUR" },
      method: "card",
      granted: 100,
      arrived: true,
      unspent: 40,
      held: 0,
      spent: 60,
      expired: 0,
      reclaimed: 0,
      refundedMinor: 0,
      goodwill: 0,
      ...order,
    } as OrderRefundQuestion["order"],
    consumer: german,
    dispute: "none",
    chosen: null,
    now: days(8),
    ...facts,
  };
}
