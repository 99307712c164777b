import { paymentMethods, type RefundGround, refundGrounds, type StorefrontId, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { type Asked, asked, days, german } from "./asked-refund.ts";
import { disputeStates } from "./facts.ts";
import { type OrderRefundOutcome, type Payout, ruleOnOrderRefund } from "./rule-on-order-refund.ts";

const ruled = (facts: Asked) => ruleOnOrderRefund(asked(facts));
const outcomeOf = (facts: Asked) => ruled(facts).outcome;

const partRefund = { kind: "refund", reclaim: 40, refundMinor: 800, whole: false };
const wholeRefund = { kind: "refund", reclaim: 40, refundMinor: 2000, whole: true };
const none = (why: string) => ({ kind: "none", why });
const upTo = { kind: "ask-person", atMost: partRefund };

const orders = [
  {},
  { unspent: 100, spent: 0 },
  { unspent: 0, spent: 100 },
  { unspent: 0, spent: 0 },
  { arrived: false, unspent: 0, spent: 0 },
  { unspent: 30, held: 10 },
  { unspent: 20, reclaimed: 20, refundedMinor: 400 },
  { unspent: 0, reclaimed: 40, refundedMinor: 2000 },
  { unspent: 40, refundedMinor: 900 },
];
const consumers = [
  german,
  { ...german, startConsent: false },
  { ...german, isConsumer: false },
  { ...german, country: "US" },
];
const everyQuestion = storefrontIds.flatMap((storefront) =>
  refundGrounds.flatMap((ground) =>
    disputeStates.flatMap((dispute) =>
      orders.flatMap((order) =>
        paymentMethods.flatMap((method) =>
          [14, 15, 91].map((day) =>
            asked({ storefront, ground, dispute, order: { ...order, method }, now: days(day) }),
          ),
        ),
      ),
    ),
  ),
);
/** The same question of every kind of consumer, side by side. */
const everyRuling = everyQuestion.map((question) =>
  consumers.map((consumer) => ({ question, ruling: ruleOnOrderRefund({ ...question, consumer }) })),
);
type Ruled = (typeof everyRuling)[number][number];
const exceptionsTo = (promise: (ruled: Ruled, payout: Payout | null) => boolean) =>
  everyRuling.flat().filter((ruled) => {
    const { outcome } = ruled.ruling;
    const payout = outcome.kind === "ask-person" ? outcome.atMost : outcome;
    return !promise(ruled, payout.kind === "none" ? null : payout);
  });

describe("every combination of facts", () => {
  it("has exactly one outcome, with a clause and a sentence that anyone can read", () => {
    expect(everyRuling.flat()).toHaveLength(storefrontIds.length * 8 * 4 * 9 * 2 * 3 * 4);
    const isReadable = ({ ruling: { clauses, explanation } }: Ruled) =>
      explanation.member.includes(clauses[0]?.id ?? "no clause") && !/undefined|NaN|null| {2}/.test(explanation.member);
    expect(exceptionsTo(isReadable)).toEqual([]);
  });

  it("never pays more than is left, never takes more than is unspent, and pays nothing for nothing", () => {
    const isBounded = ({ question: { order } }: Ruled, payout: Payout | null) => {
      const left = order.paid.amountMinor - order.refundedMinor;
      if (payout === null) return true;
      if (payout.kind === "goodwill") return payout.credits > 0 && payout.credits <= order.granted;
      const { refundMinor, reclaim, whole } = payout;
      return refundMinor > 0 && refundMinor <= left && reclaim <= order.unspent && whole === (refundMinor === left);
    };
    expect(exceptionsTo(isBounded)).toEqual([]);
  });

  it("never pays beside a bank", () => {
    const whys = { open: "dispute-open", lost: "settled-by-bank" } as const;
    const isSilent = ({ question: { dispute }, ruling: { outcome } }: Ruled) =>
      dispute === "none" || dispute === "won" || (outcome.kind === "none" && outcome.why === whys[dispute]);
    expect(exceptionsTo(isSilent)).toEqual([]);
  });

  it("sends money back by Alipay for 90 days only, and gives credits instead where money is due later", () => {
    const isByOpenWay = ({ question: { order, now } }: Ruled, payout: Payout | null) =>
      payout === null || payout.kind === (order.method === "alipay" && now > days(90) ? "goodwill" : "refund");
    expect(exceptionsTo(isByOpenWay)).toEqual([]);
  });

  it("never treats a consumer whom the law protects worse than anyone else", () => {
    const worth = (outcome: OrderRefundOutcome): number => {
      if (outcome.kind === "none") return 0;
      if (outcome.kind === "ask-person") return worth(outcome.atMost) / 2;
      return outcome.kind === "refund" ? outcome.refundMinor : outcome.credits;
    };
    const unequal = everyRuling.filter((ruled) => {
      const [withConsent = 0, without = 0, business = 0, american = 0] = ruled.map(({ ruling }) =>
        worth(ruling.outcome),
      );
      return withConsent < Math.max(business, american) || without < withConsent;
    });
    expect(unequal).toEqual([]);
  });
});

describe("withdrawing", () => {
  it.each(storefrontIds)("pays back what was not used at %s, whatever is said about final credits", (storefront) => {
    const ruling = ruled({ storefront });
    expect(ruling.outcome).toEqual(partRefund);
    expect(ruling.clauses[0]?.id).toBe("LAW-WITHDRAWAL");
    expect(ruling.overridden).toHaveLength(1);
  });

  it("is in time to the last instant of the last day, and late at the next", () => {
    const endsAt = new Date("2026-11-16T23:00:00.000Z");
    expect(outcomeOf({ now: new Date(endsAt.getTime() - 1) })).toEqual(partRefund);
    expect(outcomeOf({ now: endsAt })).toEqual(none("window-over"));
    expect(outcomeOf({ storefront: "apimodels", now: endsAt })).toEqual(none("window-over"));
    expect(outcomeOf({ storefront: "image-ai-run", now: endsAt })).toEqual(upTo);
  });

  it("costs nothing for what was used where nobody asked us to start", () => {
    const consumer = { ...german, startConsent: false };
    expect(outcomeOf({ consumer })).toEqual(wholeRefund);
    const used = { unspent: 0, spent: 100 };
    expect(outcomeOf({ consumer, order: used })).toEqual({ ...wholeRefund, reclaim: 0 });
    expect(outcomeOf({ order: used })).toEqual(none("nothing-unspent"));
  });

  it("is a consumer's right, and a right of some countries", () => {
    for (const consumer of [
      { ...german, isConsumer: false },
      { ...german, country: "US" },
    ]) {
      expect(outcomeOf({ consumer })).toEqual(none("credits-final"));
      expect(outcomeOf({ consumer, storefront: "image-ai-run" })).toEqual(upTo);
    }
  });

  it("begins with a subscription and not with its renewals", () => {
    const renewal = { kind: "subscription-period", subscribedAt: days(-31) } as const;
    expect(outcomeOf({ order: renewal })).toEqual(none("window-over"));
    expect(outcomeOf({ order: { ...renewal, subscribedAt: days(0) } })).toEqual(partRefund);
  });
});

describe("one ground at three storefronts", () => {
  const [final, person] = [none("credits-final"), upTo];
  it.each<[RefundGround, Asked, object[], string[]]>([
    ["case-by-case", {}, [final, final, person], ["MMI-3.3", "API-3.5", "IAI-8.1"]],
    ["price-change", {}, [upTo, upTo, partRefund], ["LAW-RIGHTS", "LAW-RIGHTS", "IAI-a8"]],
    [
      "price-change",
      { consumer: { ...german, country: "US" } },
      [final, final, partRefund],
      ["MMI-3.3", "API-3.5", "IAI-a8"],
    ],
    ["duplicate-charge", {}, [wholeRefund, wholeRefund, wholeRefund], ["LAW-BILLING", "LAW-BILLING", "LAW-BILLING"]],
    ["billing-error", {}, [wholeRefund, wholeRefund, wholeRefund], ["LAW-BILLING", "LAW-BILLING", "LAW-BILLING"]],
    ["late-renewal", {}, [wholeRefund, wholeRefund, wholeRefund], ["LAW-BILLING", "LAW-BILLING", "LAW-BILLING"]],
    ["fraud-warning", {}, [wholeRefund, wholeRefund, wholeRefund], ["MMI-a9", "API-a10", "IAI-a9"]],
    ...[{}, { unspent: 100, spent: 0 }, { unspent: 0, spent: 0 }].map(
      (order): [RefundGround, Asked, object[], string[]] => [
        "not-delivered",
        { order },
        [0, 0, 0].map(() => none("arrived")),
        ["LAW-BILLING", "LAW-BILLING", "LAW-BILLING"],
      ],
    ),
    [
      "not-delivered",
      { order: { arrived: false, unspent: 0, spent: 0 } },
      [0, 0, 0].map(() => ({ ...wholeRefund, reclaim: 0 })),
      ["LAW-BILLING", "LAW-BILLING", "LAW-BILLING"],
    ],
    [
      "case-by-case",
      { order: { unspent: 0, spent: 100 } },
      [final, none("nothing-unspent"), none("nothing-unspent")],
      ["MMI-3.3", "API-3.4", "IAI-8.3"],
    ],
  ])("%s, %o", (ground, facts, outcomes, clauses) => {
    const three = ["modelmyimage", "apimodels", "image-ai-run"] as const;
    const rulings = three.map((storefront) => ruled({ ...facts, ground, storefront }));
    expect(rulings.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(rulings.map((ruling) => ruling.clauses[0]?.id)).toEqual(clauses);
  });

  it("names apimodels' own promise beside the law", () => {
    const ruling = ruled({ storefront: "apimodels", ground: "duplicate-charge" });
    expect(ruling.clauses.map(({ id }) => id)).toEqual(["LAW-BILLING", "API-3.6", "API-a9"]);
  });
});

describe("a person's choice", () => {
  const chosen = (count: number, storefront: StorefrontId = "image-ai-run") =>
    outcomeOf({ storefront, ground: "case-by-case", chosen: count });

  it("is paid as chosen, up to what is unspent", () => {
    expect(chosen(40)).toEqual(partRefund);
    expect(chosen(15)).toEqual({ kind: "refund", reclaim: 15, refundMinor: 300, whole: false });
    expect(chosen(0)).toEqual(none("credits-final"));
    for (const count of [41, -1, 0.5]) expect(() => chosen(count)).toThrow(RangeError);
  });

  it("counts only where the terms leave one", () => {
    expect(chosen(15, "modelmyimage")).toEqual(none("credits-final"));
    expect(outcomeOf({ storefront: "image-ai-run", ground: "duplicate-charge", chosen: 10 })).toEqual(wholeRefund);
    expect(outcomeOf({ storefront: "image-ai-run", ground: "price-change", chosen: 10 })).toEqual(partRefund);
    expect(outcomeOf({ storefront: "image-ai-run", chosen: 10 })).toEqual(partRefund);
    const late = { storefront: "image-ai-run", now: days(15), chosen: 10 } as const;
    expect(outcomeOf(late)).toEqual({ kind: "refund", reclaim: 10, refundMinor: 200, whole: false });
    const change = { ground: "price-change", chosen: 15 } as const;
    expect(outcomeOf(change)).toEqual({ kind: "refund", reclaim: 15, refundMinor: 300, whole: false });
    expect(outcomeOf({ ...change, chosen: 0 })).toEqual(none("credits-final"));
  });

  it("is no choice where the credits are worth no coin", () => {
    const order = { paid: { amountMinor: 20, currency: "EUR" } } as const;
    const question = { storefront: "image-ai-run", ground: "case-by-case", order } as const;
    expect(outcomeOf({ ...question, chosen: 4 })).toEqual(none("credits-final"));
    expect(outcomeOf({ ...question, chosen: 5 })).toMatchObject({ reclaim: 5, refundMinor: 1 });
  });

  it("is called a person's no only where a person said no, and not where the credits are worth no coin", () => {
    const order = { paid: { amountMinor: 20, currency: "EUR" } } as const;
    const question = { storefront: "image-ai-run", ground: "case-by-case", order } as const;
    const worthless = ruled({ ...question, chosen: 4 }).explanation;
    for (const voice of [worthless.member, worthless.staff]) {
      expect(voice).toContain("less than the smallest coin");
      expect(voice).not.toMatch(/decided against it|gives no money back/);
    }
    expect(ruled({ ...question, chosen: 0 }).explanation.member).toContain("gives no money back");
  });
});

describe("Alipay after ninety days", () => {
  const late = (facts: Asked) =>
    outcomeOf({
      storefront: "apimodels",
      now: new Date(days(90).getTime() + 1),
      ...facts,
      order: { method: "alipay", ...facts.order },
    });

  it("pays to the last instant of the ninetieth day", () => {
    const question = { storefront: "apimodels", ground: "billing-error", order: { method: "alipay" } } as const;
    expect(outcomeOf({ ...question, now: days(90) })).toEqual(wholeRefund);
    expect(late(question)).toEqual({ kind: "goodwill", credits: 100 });
  });

  it("gives what the money is worth, once", () => {
    expect(late({ ground: "billing-error", order: { refundedMinor: 500 } })).toEqual({ kind: "goodwill", credits: 75 });
    expect(late({ ground: "billing-error", order: { goodwill: 60 } })).toEqual({ kind: "goodwill", credits: 40 });
    expect(late({ ground: "billing-error", order: { goodwill: 100 } })).toEqual(none("already-refunded"));
  });

  it("lets a person choose credits where they may choose money", () => {
    const question = { storefront: "image-ai-run", ground: "case-by-case" } as const;
    expect(late(question)).toEqual({ kind: "ask-person", atMost: { kind: "goodwill", credits: 40 } });
    expect(late({ ...question, chosen: 10 })).toEqual({ kind: "goodwill", credits: 10 });
  });
});

it("refuses an order that cannot be", () => {
  const impossible: Asked["order"][] = [
    { unspent: 41 },
    { arrived: false },
    { held: -1 },
    { granted: 0, unspent: 0, spent: 0 },
    { refundedMinor: 2001 },
    { spent: 0.5 },
    { paid: { amountMinor: 0, currency: "EUR" } },
  ];
  for (const order of impossible) expect(() => outcomeOf(order ? { order } : {})).toThrow(RangeError);
});

it("tells a member what happened, what gave way, what it costs and what comes next", () => {
  expect(ruled({ order: { unspent: 30, held: 10 } }).explanation.member).toBe(
    "You want to withdraw from this order. Your 14 days end with 16 November 2026. " +
      "A consumer may withdraw within 14 days and gets back the price of what was not used " +
      "(clauses LAW-WITHDRAWAL, LAW-RIGHTS, MMI-a8). " +
      "This goes before clause MMI-3.3 (Credits are not paid back, except where the law says so). " +
      "€6.00 of €20.00 goes back the way you paid. Your balance falls by 30 credits of this order. " +
      "What you used, 60 credits, stays used. " +
      "10 credits set aside for requests that still run stay as they are. " +
      "A bank can take up to ten days to show it.",
  );
});

it("tells whoever misses credits that came how many did, and where to look", () => {
  const { member, staff } = ruled({ ground: "not-delivered", order: { unspent: 100, spent: 0 } }).explanation;
  expect(member).toContain("They came: 100 credits were added to your balance.");
  expect(member).toContain("The page of the order shows where each of its credits is.");
  expect(staff).toContain("unspent credits are left");
});

it("says why a last day is later than the fourteenth", () => {
  const saturday = new Date("2026-11-07T10:00:00Z");
  const { member } = ruled({ order: { paidAt: saturday }, at: saturday, now: days(8) }).explanation;
  expect(member).toContain(
    "Your 14 days end with 23 November 2026, as 21 November 2026 is no working day where you live.",
  );
});

it("tells a colleague what was known", () => {
  expect(ruled({ ground: "billing-error", dispute: "open" }).explanation.staff).toContain(
    "What was known: the amount was wrong, the bank is looking into the payment, something of the payment is left, " +
      "unspent credits are left, some credits were used.",
  );
});
