import { expect, it } from "vitest";
import { type OrderWithMoneyBack, standingOf } from "./standing-of-order.ts";

type Money = Partial<Pick<OrderWithMoneyBack, "state" | "refundedMinor" | "refunds" | "disputes">>;
const order = (money: Money) =>
  ({
    state: "paid",
    chargedMinor: 990,
    refundedMinor: 0,
    refunds: [],
    disputes: [],
    ...money,
  }) as unknown as OrderWithMoneyBack;
const refund = (state: string, amountMinor: number, ground = "billing-error") => ({ ground, state, amountMinor });

it.each<[string, Money]>([
  ["placed", { state: "placed" }],
  ["paid", {}],
  ["paid", { refunds: [refund("failed", 990)] }],
  ["paid", { refunds: [refund("succeeded", 0)] }],
  ["refunding", { refunds: [refund("asked", 990)], refundedMinor: 990 }],
  ["partly-refunded", { refunds: [refund("succeeded", 400), refund("failed", 590)], refundedMinor: 400 }],
  ["refunded", { refunds: [refund("succeeded", 400), refund("succeeded", 590)], refundedMinor: 990 }],
  ["withdrawn", { refunds: [refund("pending", 594, "withdrawal")], refundedMinor: 594 }],
  ["disputed", { disputes: [{ state: "open" }], refunds: [refund("succeeded", 400)], refundedMinor: 400 }],
  ["taken-back", { disputes: [{ state: "lost" }] }],
  ["taken-back", { disputes: [{ state: "prevented" }] }],
  ["paid", { disputes: [{ state: "won" }, { state: "dropped" }, { state: "inquiry" }] }],
])("says %s of what became of its money", (standing, money) => {
  expect(standingOf(order(money))).toBe(standing);
});
