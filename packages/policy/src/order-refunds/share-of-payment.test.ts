import { array, assert, bigInt, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { dueForCredits, leftInCredits, type PaidOrder } from "./share-of-payment.ts";

const fresh = (paidMinor: number, granted: number): PaidOrder => ({
  paidMinor,
  granted,
  reclaimed: 0,
  refundedMinor: 0,
});
const takenBack = (order: PaidOrder, credits: number): PaidOrder => ({
  ...order,
  reclaimed: order.reclaimed + credits,
  refundedMinor: order.refundedMinor + dueForCredits(order, credits),
});
const amounts = record({ paidMinor: integer({ min: 1, max: 5_000_000 }), granted: integer({ min: 1, max: 200_000 }) });

describe("the share of a payment", () => {
  it.each([
    ["half of the credits", 2000, 100, 50, 1000],
    ["a share that does not come out even is rounded down", 1000, 3, 1, 333],
    ["all of the credits", 1000, 3, 3, 1000],
    ["none", 1000, 3, 0, 0],
    ["less than the smallest coin", 500, 100_000, 199, 0],
    ["just the smallest coin", 500, 100_000, 200, 1],
    [
      "beyond what doubles count",
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER - 1,
      Number.MAX_SAFE_INTEGER - 1,
    ],
  ])("%s", (_, paidMinor, granted, credits, due) => {
    expect(dueForCredits(fresh(paidMinor, granted), credits)).toBe(due);
  });

  it("is paid once where money went back without credits", () => {
    const order = { paidMinor: 1000, granted: 100, reclaimed: 0, refundedMinor: 400 };
    expect(dueForCredits(order, 30)).toBe(0);
    expect(dueForCredits(order, 50)).toBe(100);
  });
});

it("comes to the same by many partial refunds as by one, and to no more than was paid", () => {
  assert(
    property(amounts, array(integer({ min: 0, max: 5000 }), { maxLength: 40 }), ({ paidMinor, granted }, wanted) => {
      let order = fresh(paidMinor, granted);
      for (const credits of wanted) order = takenBack(order, Math.min(credits, granted - order.reclaimed));
      expect(order.refundedMinor).toBe(dueForCredits(fresh(paidMinor, granted), order.reclaimed));
      expect(takenBack(order, granted - order.reclaimed).refundedMinor).toBe(paidMinor);
    }),
  );
});

it("is whole, never negative, and never falls as more credits are taken back", () => {
  const huge = bigInt({ min: 1n, max: BigInt(Number.MAX_SAFE_INTEGER) }).map(Number);
  assert(
    property(huge, huge, huge, huge, (paidMinor, granted, one, other) => {
      const [few, many] = [Math.min(one, other, granted), Math.min(Math.max(one, other), granted)];
      const [less, more] = [few, many].map((credits) => dueForCredits(fresh(paidMinor, granted), credits));
      expect(Number.isSafeInteger(less) && Number.isSafeInteger(more)).toBe(true);
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeGreaterThanOrEqual(less ?? 0);
      expect(more).toBeLessThanOrEqual(paidMinor);
    }),
  );
});

it("in credits, is worth no less than the money and no more than was bought", () => {
  assert(
    property(amounts, integer({ min: 0, max: 5_000_000 }), ({ paidMinor, granted }, paidBack) => {
      const order = { ...fresh(paidMinor, granted), refundedMinor: Math.min(paidBack, paidMinor) };
      const credits = leftInCredits(order);
      expect(credits).toBeLessThanOrEqual(granted);
      expect(credits * paidMinor).toBeGreaterThanOrEqual((paidMinor - order.refundedMinor) * granted);
    }),
  );
});
