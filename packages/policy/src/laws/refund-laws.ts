import type { OrderRefundFacts, OrderRefundVerdict, RefundRefusal } from "../order-refunds/facts.ts";
import { gaveWayTo, type Law } from "./law.ts";

type RefundLaw = Law<OrderRefundFacts, OrderRefundVerdict>;

/** What a verdict is worth to the member: 3 the payment, 2 a part of it, 1 that a person looks. */
function worth(verdict: OrderRefundVerdict): number {
  if (verdict.kind === "none") return 0;
  if (verdict.kind === "ask-person") return 1;
  return verdict.of === "payment" ? 3 : 2;
}

const pays = (verdict: OrderRefundVerdict) => verdict.kind === "refund" || verdict.kind === "goodwill";
const extentOf = (verdict: OrderRefundVerdict) => ("of" in verdict ? verdict.of : null);
const same = (one: OrderRefundVerdict, other: OrderRefundVerdict) => JSON.stringify(one) === JSON.stringify(other);

/** Whether anything of the payment is ours to give. */
const isOurs = ({ dispute, payment }: OrderRefundFacts) =>
  payment === "left" && (dispute === "none" || dispute === "won");

/** Why nothing is ours to give. */
function elsewhere({ dispute }: OrderRefundFacts): RefundRefusal {
  if (dispute === "open") return "dispute-open";
  return dispute === "lost" ? "settled-by-bank" : "already-refunded";
}

/** Says that something is missing which is there. */
const isUntrue = ({ ground, arrived }: OrderRefundFacts) => ground === "not-delivered" && arrived;
/** Grounds that somebody established, whatever the order was used for. */
const established = ["duplicate-charge", "billing-error", "late-renewal", "fraud-warning"];

/** Grounds on which nothing was owed to us in the first place. */
function owesEverything({ ground, arrived, withdrawal, startConsent }: OrderRefundFacts): boolean {
  if (ground === "withdrawal") return withdrawal === "running" && !startConsent;
  if (ground === "not-delivered") return !arrived;
  return established.includes(ground);
}

const neverTwice: readonly RefundLaw[] = [
  {
    says: "refunds of an order never exceed it: what a bank or we gave back is not given again, and that is said",
    holds: (facts, verdict) => isOurs(facts) || (verdict.kind === "none" && verdict.why === elsewhere(facts)),
  },
  {
    says: "no other reason is given than one that is true",
    holds: (facts, verdict) => {
      if (verdict.kind !== "none" || !isOurs(facts)) return true;
      const truth = {
        "credits-final": true,
        "nothing-unspent": facts.unspent === "none",
        "window-over": facts.withdrawal === "over" && facts.ground === "withdrawal" && facts.unspent === "some",
        "dispute-open": false,
        "already-refunded": false,
        "settled-by-bank": false,
        arrived: isUntrue(facts),
      } as const satisfies Record<RefundRefusal, boolean>;
      return truth[verdict.why];
    },
  },
  {
    says: "the price of unspent credits goes back only where there are some",
    holds: ({ unspent }, verdict) =>
      extentOf(verdict) === null || extentOf(verdict) === "payment" || unspent === "some",
  },
  {
    says: "credits come instead of money where money cannot go, as much of it, and nowhere else",
    holds: (facts, verdict, judge) => {
      if (facts.wayBack === "open") return verdict.kind !== "goodwill";
      const open = judge({ ...facts, wayBack: "open" });
      return same(verdict, open.kind === "refund" ? { kind: "goodwill", of: open.of } : open);
    },
  },
];

/** The clauses that say of used credits that they are not returned; where there is none, all bought credits are final. */
const usedClauses = ["API-3.4", "IAI-8.3"];

const reasons: readonly RefundLaw[] = [
  {
    says: "whoever says that credits never came, which did, gets nothing on that ground and is told so",
    holds: (facts, verdict) =>
      !isOurs(facts) || !isUntrue(facts) || (verdict.kind === "none" && verdict.why === "arrived"),
  },
  {
    says: "where only unspent credits could bring money back and there are none, that is the reason",
    holds: (facts, verdict, _, { clauseById }) => {
      const says = usedClauses.some((id) => clauseById.has(id));
      if (!says || !isOurs(facts) || facts.unspent === "some" || owesEverything(facts) || isUntrue(facts)) return true;
      return verdict.kind === "none" && verdict.why === "nothing-unspent";
    },
  },
  {
    says: "the right to withdraw is the reason of whoever withdraws while it runs, or too late with something left, and of nobody else",
    holds: (facts, verdict, _, __, clauses) => {
      const runs = facts.ground === "withdrawal" && facts.withdrawal === "running" && isOurs(facts);
      const ended = verdict.kind === "none" && verdict.why === "window-over";
      return clauses.includes("LAW-WITHDRAWAL") === (runs || ended);
    },
  },
];

const givingWay: readonly RefundLaw[] = [
  {
    says: "what gives way to a wrong charge, to credits that never came or to a withdrawal in time is what would have been said of the same order without it",
    holds: (facts, _, __, ___, ____, reasons) => {
      const inTime = facts.ground === "withdrawal" && facts.withdrawal === "running";
      const isClaimed = facts.ground === "not-delivered" || established.includes(facts.ground);
      if (!isOurs(facts) || !(inTime || isClaimed)) return true;
      return gaveWayTo(reasons(facts), reasons({ ...facts, ground: "case-by-case" }));
    },
  },
];

const consumerRights: readonly RefundLaw[] = [
  {
    says: "the whole payment goes back where nothing was owed, and only there",
    holds: (facts, verdict) => !isOurs(facts) || owesEverything(facts) === (extentOf(verdict) === "payment"),
  },
  {
    says: "a consumer who withdraws in time gets back at least the price of what is unspent, and nobody is asked",
    holds: (facts, verdict) => {
      const inTime = facts.ground === "withdrawal" && facts.withdrawal === "running";
      if (!inTime || !isOurs(facts) || owesEverything(facts)) return true;
      return facts.unspent === "some"
        ? extentOf(verdict) === "unspent"
        : verdict.kind === "none" && verdict.why === "nothing-unspent";
    },
  },
  {
    says: "a consumer right is never worse than the general rule",
    holds: (facts, verdict, judge) =>
      facts.withdrawal !== "running" ||
      (["over", "none"] as const).every((withdrawal) => worth(judge({ ...facts, withdrawal })) <= worth(verdict)),
  },
  {
    says: "whoever withdraws too late is told so, unless a person may see",
    holds: (facts, verdict) => {
      const late = facts.ground === "withdrawal" && facts.withdrawal === "over" && facts.unspent === "some";
      return (
        !late || !isOurs(facts) || facts.choice !== "open" || verdict.kind !== "none" || verdict.why === "window-over"
      );
    },
  },
];

const people: readonly RefundLaw[] = [
  {
    says: "what a person may grant is asked of a person first, and a choice counts nowhere else",
    holds: (facts, verdict, judge) => {
      const unasked = judge({ ...facts, choice: "open" });
      if (unasked.kind !== "ask-person") return same(verdict, unasked);
      if (facts.choice === "open") return true;
      return facts.choice === "some" ? extentOf(verdict) === "chosen" : verdict.kind === "none";
    },
  },
  {
    says: "a person is asked only where there is something to choose",
    holds: ({ unspent }, verdict) => verdict.kind !== "ask-person" || unspent === "some",
  },
];

const fairness: readonly RefundLaw[] = [
  {
    says: "a worse fact never pays more",
    holds: (facts, verdict, judge) =>
      [
        { ...facts, unspent: "none" } as const,
        { ...facts, used: "some", arrived: true } as const,
        { ...facts, arrived: true },
        { ...facts, payment: "gone" } as const,
        { ...facts, startConsent: true },
      ].every((worse) => worth(judge(worse)) <= worth(verdict)),
  },
  {
    says: "a ground that is named, and true, never pays less than none",
    holds: (facts, verdict, judge) =>
      isUntrue(facts) ||
      facts.unspent === "none" ||
      worth(judge({ ...facts, ground: "case-by-case" })) <= worth(verdict) ||
      pays(verdict),
  },
];

export const orderRefundLaws: readonly RefundLaw[] = [
  ...neverTwice,
  ...reasons,
  ...givingWay,
  ...consumerRights,
  ...people,
  ...fairness,
];
