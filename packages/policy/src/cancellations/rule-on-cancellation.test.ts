import { storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { cancellationChannels, subscriptionStates } from "./facts.ts";
import { type CancellationQuestion, ruleOnCancellation } from "./rule-on-cancellation.ts";

const receivedAt = new Date("2026-11-10T12:00:00Z");
const periodEnd = new Date("2026-11-20T12:00:00Z");
const renewedAt = new Date("2026-11-20T12:00:05Z");

type Asked = Partial<Omit<CancellationQuestion, "subscription">> & Partial<CancellationQuestion["subscription"]>;
const ruled = ({ state = "active", currentPeriodEnd = periodEnd, renewedAt = null, ...facts }: Asked) =>
  ruleOnCancellation({
    storefront: "image-ai-run",
    at: receivedAt,
    channel: "billing-page",
    receivedAt,
    ...facts,
    subscription: { state, currentPeriodEnd, renewedAt },
  });

describe("every combination of facts", () => {
  const every = storefrontIds.flatMap((storefront) =>
    cancellationChannels.flatMap((channel) =>
      subscriptionStates.flatMap((state) =>
        [null, new Date("2026-10-20T12:00:00Z"), renewedAt].map((renewal) => ({
          storefront,
          channel,
          state,
          renewedAt: renewal,
        })),
      ),
    ),
  );

  it("has one outcome, confirmed by mail, that keeps what was paid for", () => {
    expect(every).toHaveLength(storefrontIds.length * 5 * 5 * 3);
    for (const facts of every) {
      const { outcome, clauses, explanation } = ruled(facts);
      const isOver = facts.channel === "withdrawal" && (facts.state !== "ended" || facts.renewedAt === renewedAt);
      const effectiveAt = isOver ? receivedAt : periodEnd;
      expect(outcome).toMatchObject({ confirmBy: "mail", creditsUsable: "until-plan-expiry", effectiveAt });
      expect(explanation.member).toContain(clauses[0]?.id);
    }
  });

  it("pays back exactly the renewals that came after it", () => {
    for (const facts of every) expect(ruled(facts).outcome.payBackRenewal).toBe(facts.renewedAt === renewedAt);
  });

  it("means the same by every way but a withdrawal", () => {
    const ways = cancellationChannels.filter((channel) => channel !== "withdrawal");
    for (const facts of every) {
      const [page, ...others] = ways.map((channel) => ruled({ ...facts, channel }).outcome);
      for (const other of others) expect(other).toEqual(page);
    }
  });
});

it.each([
  ["modelmyimage", ["MMI-a11"]],
  ["apimodels", ["API-a12"]],
  ["image-ai-run", ["IAI-7.1", "IAI-a5", "IAI-7.2"]],
] as const)("cites the clauses of %s", (storefront, clauses) => {
  expect(ruled({ storefront }).clauses.map(({ id }) => id)).toEqual(clauses);
});

it("ends at once for whoever withdraws, in words of its own, also where it had been cancelled before", () => {
  for (const state of ["active", "past-due", "paused", "cancelling"] as const) {
    const { outcome, clauses, explanation } = ruled({ channel: "withdrawal", state });
    expect(outcome).toMatchObject({ effectiveAt: receivedAt, changes: true, payBackRenewal: false });
    expect(clauses.map(({ id }) => id)).toEqual(["LAW-WITHDRAWAL"]);
    expect(explanation.member).toMatch(/^You withdrew from your subscription, so it has ended\./);
    expect(explanation.member).not.toMatch(/cancelled/i);
  }
  expect(ruled({ channel: "withdrawal", renewedAt }).outcome).toMatchObject({
    effectiveAt: receivedAt,
    payBackRenewal: true,
  });
});

it("takes effect at once where no paid period is running", () => {
  for (const state of ["active", "past-due", "paused"] as const) {
    const { outcome } = ruled({ state, currentPeriodEnd: new Date("2026-11-01T12:00:00Z") });
    expect(outcome).toMatchObject({ effectiveAt: receivedAt, changes: true });
  }
});

it("leaves a cancellation as it was said before", () => {
  for (const state of ["cancelling", "ended"] as const) {
    const before = new Date("2026-11-01T12:00:00Z");
    expect(ruled({ state, currentPeriodEnd: before }).outcome).toMatchObject({ effectiveAt: before, changes: false });
  }
});

it("lets a mail that was read late hold from its arrival, even when the member cancelled again meanwhile", () => {
  const ruling = ruled({ channel: "mail", state: "cancelling", renewedAt });
  expect(ruling.outcome).toMatchObject({ effectiveAt: periodEnd, payBackRenewal: true, changes: true });
  expect(ruling.clauses[0]?.id).toBe("LAW-BILLING");
});

it("pays back no renewal of the very instant it arrived in", () => {
  expect(ruled({ renewedAt: receivedAt }).outcome.payBackRenewal).toBe(false);
  expect(ruled({ renewedAt: new Date(receivedAt.getTime() + 1) }).outcome.payBackRenewal).toBe(true);
});

it("tells a member when it ends and what stays", () => {
  expect(ruled({ channel: "mail" }).explanation.member).toBe(
    "Your mail to cancel your subscription reached us on 10 November 2026. " +
      "A subscription can be cancelled at any time and ends with the period that is paid " +
      "(clauses IAI-7.1, IAI-a5, IAI-7.2). " +
      "Its end is 20 November 2026, and it is not charged again. " +
      "Credits of your paid periods can be used until they expire as the plan says. We confirm this by mail.",
  );
});
