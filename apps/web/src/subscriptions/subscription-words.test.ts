import { credits, newId, type SubscriptionView, subscriptionStates } from "@covenant/domain";
import { expect, it } from "vitest";
import { comingChange, standing } from "./subscription-words.ts";

const usd = (amountMinor: number) => ({ amountMinor, currency: "USD" }) as const;

const running: SubscriptionView = {
  id: newId("subscription"),
  state: "active",
  planId: "creator",
  planName: "Creator",
  credits: credits(500),
  interval: "month",
  price: usd(2490),
  placedAt: "2026-11-21T12:00:00Z",
  startedAt: "2026-11-21T12:00:00Z",
  periodStart: "2026-11-21T12:00:00Z",
  periodEnd: "2026-12-21T12:00:00Z",
  renewal: { at: "2026-12-21T12:00:00Z", planName: "Creator", credits: credits(500), price: usd(2490) },
  pastDueSince: null,
  countsUntil: null,
  cancelledAt: null,
  endsAt: null,
  checkoutUrl: null,
  invoiceUrl: null,
};
const renewing = (change: Partial<NonNullable<SubscriptionView["renewal"]>>): SubscriptionView => ({
  ...running,
  renewal: running.renewal && { ...running.renewal, ...change },
});

it("says of every state where it stands, also where days are not known", () => {
  for (const state of subscriptionStates) {
    const bare = { ...running, state, renewal: null, periodEnd: null, startedAt: null };
    expect(standing(bare)).toMatch(/^[A-Z].*\.$/);
    expect(standing(bare)).not.toMatch(/null|undefined|NaN|Invalid/);
  }
});

it("says when the next renewal is, what it costs and what it brings", () => {
  expect(standing(running)).toMatch(/^It renews on .*2026.* for \$24\.90 and brings 500 credits\.$/);
});

it("says of a renewal that is not paid what is due, and until when it still opens the studio", () => {
  const owed: SubscriptionView = { ...running, state: "past-due", pastDueSince: "2026-12-21T12:00:00Z" };
  expect(standing(owed)).toMatch(/^\$24\.90 that was due on 21 December 2026 could not be collected/);
  expect(standing(owed)).not.toContain("go on generating");
  const counting = standing({ ...owed, countsUntil: "2026-12-28T12:00:00Z" });
  expect(counting).toMatch(/You can go on generating until 28 December 2026 at \d\d:\d\d:\d\d \S+\.$/);
});

it("tells one that ended from one that was never paid", () => {
  const ended: SubscriptionView = { ...running, state: "ended", renewal: null };
  expect(standing(ended)).toContain("It has ended and is not charged any more.");
  expect(standing({ ...ended, endsAt: "2026-12-01T12:00:00Z" })).toContain("2026");
  expect(standing({ ...ended, startedAt: null })).toBe("It was never paid, and nothing was charged.");
});

it("tells a new price and a smaller plan apart, and nothing where the renewal is as before", () => {
  expect(comingChange(running)).toBeNull();
  expect(comingChange({ ...running, renewal: null })).toBeNull();
  expect(comingChange(renewing({ price: usd(2790) }))?.title).toContain("$27.90 in place of $24.90");
  expect(comingChange(renewing({ planName: "Starter", price: usd(990) }))?.title).toContain("changes to Starter");
});
