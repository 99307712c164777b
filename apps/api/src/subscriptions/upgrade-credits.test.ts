import { expect, it } from "vitest";
import { isChargeOfUpgrade, upgradeCredits } from "./upgrade-credits.ts";

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const month = 30 * 24 * 3600 * 1000;

it("brings the difference of the plans for a whole period, and nothing at its end", () => {
  expect(upgradeCredits({ from: 150, to: 500, rest: month, period: month })).toBe(350);
  expect(upgradeCredits({ from: 150, to: 500, rest: 0, period: month })).toBe(0);
  expect(upgradeCredits({ from: 150, to: 500, rest: month / 2, period: month })).toBe(175);
  expect(upgradeCredits({ from: 0, to: 1, rest: month - 1, period: month })).toBe(0);
});

it("is exact where the product is beyond what a number holds", () => {
  const to = 2_000_000_000;
  const period = 366 * 24 * 3600 * 1000;
  const rest = period - 1;
  expect(upgradeCredits({ from: 1, to, rest, period })).toBe(
    Number(((BigInt(to) - 1n) * BigInt(rest)) / BigInt(period)),
  );
});

it("never brings more in steps than at once, nor more later than sooner, nor more than the difference", () => {
  const pick = numbers(7);
  for (let run = 0; run < 5000; run += 1) {
    const period = 1 + pick(month);
    const sooner = pick(period + 1);
    const later = pick(sooner + 1);
    const from = pick(5000);
    const between = from + pick(5000);
    const to = between + pick(5000);
    const atOnce = upgradeCredits({ from, to, rest: sooner, period });
    const inSteps =
      upgradeCredits({ from, to: between, rest: sooner, period }) +
      upgradeCredits({ from: between, to, rest: later, period });
    expect(inSteps).toBeLessThanOrEqual(atOnce);
    expect(upgradeCredits({ from, to, rest: later, period })).toBeLessThanOrEqual(atOnce);
    expect(atOnce).toBeLessThanOrEqual(to - from);
    expect(atOnce).toBeGreaterThanOrEqual(0);
  }
});

it("takes a charge for right that is rounded by the line, and no other", () => {
  const pick = numbers(11);
  for (let run = 0; run < 5000; run += 1) {
    const period = 1 + pick(month);
    const rest = pick(period + 1);
    const from = pick(10_000);
    const to = from + pick(10_000);
    const share = (amount: number) => Math.round((amount * rest) / period);
    const charged = share(to) - share(from);
    const time = { from, to, rest, period };
    expect(isChargeOfUpgrade(charged, time)).toBe(true);
    expect(isChargeOfUpgrade(charged + 3, time)).toBe(false);
    expect(isChargeOfUpgrade(charged - 3, time)).toBe(false);
  }
});
