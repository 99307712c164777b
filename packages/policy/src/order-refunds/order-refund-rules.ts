import type { ClauseId } from "../clause.ts";
import { idOf, type RuleBook, type RuleId, ruleBook } from "../rule.ts";
import { type OrderRefundFacts, type OrderRefundVerdict, onOrderRefund, orderRefundFamily } from "./facts.ts";
import type { RefundRule } from "./own-refund-rules.ts";

const { all, is, not } = onOrderRefund;

type OrderRefundTerms = {
  /** What the storefront's own terms say, before the law: general rules and their exceptions. */
  readonly own: readonly RefundRule[];
  /** Says that a refund takes its credits back. */
  readonly takesBack: ClauseId;
  /** Says that no payment goes back twice. */
  readonly once: ClauseId;
  /** Says what a warning of the bank leads to. */
  readonly warning: ClauseId;
  /** Says what comes instead of money that cannot be sent back. */
  readonly noWayBack: ClauseId;
  /** The storefront's own clauses beside those of the law: on wrong charges, and on rights that stay. */
  readonly beside: { readonly billing: readonly ClauseId[]; readonly rights: readonly ClauseId[] };
};

/** Grounds that a person established and that the law answers in full. */
const chargedWrongly = is("ground", "duplicate-charge", "billing-error");
const saidMissing = is("ground", "not-delivered");
const withdrawsInTime = all(is("ground", "withdrawal"), is("withdrawal", "running"));
const unspentIsLeft = is("unspent", "some");

/** Nothing to pay back once a bank has a say or the payment is gone; then the law; then the storefront's own terms. */
export function orderRefundRules(terms: OrderRefundTerms): RuleBook<OrderRefundFacts, OrderRefundVerdict> {
  const own = byEitherWay(terms.own, terms.noWayBack);
  const lawful = [...withdrawalRules(terms), ...byEitherWay(wholePayments(terms), terms.noWayBack)].map((rule) => ({
    ...rule,
    overrides: own.map(idOf),
  }));
  return ruleBook(orderRefundFamily, [...own, ...lawful, ...blocks(terms.once, [...own, ...lawful].map(idOf))]);
}

function withdrawalRules({ takesBack, beside }: OrderRefundTerms): RefundRule[] {
  const clause = "LAW-WITHDRAWAL";
  const readWith = ["LAW-RIGHTS", ...beside.rights, takesBack];
  return [
    {
      clause,
      name: "unused",
      readWith,
      when: all(withdrawsInTime, is("startConsent", true), unspentIsLeft),
      gives: { kind: "refund", of: "unspent" },
      says: "A consumer may withdraw within 14 days and gets back the price of what was not used.",
    },
    {
      clause,
      name: "all-used",
      when: all(withdrawsInTime, is("startConsent", true), not(unspentIsLeft)),
      gives: { kind: "none", why: "nothing-unspent" },
      says: "A consumer who asked us to start at once pays for what was used, and nothing else is left.",
    },
    {
      clause,
      name: "not-asked-to-start",
      readWith,
      when: all(withdrawsInTime, is("startConsent", false)),
      gives: { kind: "refund", of: "payment" },
      says: "A consumer who withdraws within 14 days and never asked us to start within them pays for nothing.",
    },
  ];
}

/** What goes back whole, and what is only said to have to. */
function wholePayments({ takesBack, warning, beside }: OrderRefundTerms): RefundRule[] {
  const law = { clause: "LAW-BILLING", readWith: [...beside.billing, takesBack] } as const;
  const gives = { kind: "refund", of: "payment" } as const;
  return [
    {
      ...law,
      name: "charged-wrongly",
      when: chargedWrongly,
      gives,
      says: "What was charged twice or wrongly goes back in full.",
    },
    {
      ...law,
      name: "never-arrived",
      when: all(saidMissing, is("arrived", false)),
      gives,
      says: "What was paid for and never arrived goes back in full.",
    },
    {
      clause: law.clause,
      name: "arrived",
      when: all(saidMissing, is("arrived", true)),
      gives: { kind: "none", why: "arrived" },
      says: "The credits of the order came, so it was not paid for nothing.",
    },
    {
      ...law,
      name: "late-renewal",
      when: is("ground", "late-renewal"),
      gives,
      says: "A renewal that came after the cancellation had reached us goes back in full.",
    },
    {
      clause: warning,
      name: "fraud-warning",
      readWith: [takesBack],
      when: is("ground", "fraud-warning"),
      gives,
      says: "A payment that a bank warns us of goes back in full.",
    },
  ];
}

/** Each refund again for a payment that cannot be sent back the way it came: credits of the same worth. */
function byEitherWay(rules: readonly RefundRule[], noWayBack: ClauseId): RefundRule[] {
  return rules.flatMap((rule) => {
    if (rule.gives.kind !== "refund") return [rule];
    const instead: RefundRule = {
      ...rule,
      name: `${rule.name}-in-credits`,
      readWith: [...(rule.readWith ?? []), noWayBack],
      when: all(rule.when, is("wayBack", "closed")),
      gives: { kind: "goodwill", of: rule.gives.of },
      says: "This payment can no longer be sent back the way it came, so credits of the same worth come instead.",
    };
    return [{ ...rule, when: all(rule.when, is("wayBack", "open")) }, instead];
  });
}

/** What comes before any ground. */
function blocks(clause: ClauseId, overrides: readonly RuleId[]): RefundRule[] {
  const block = { clause, overrides };
  return [
    {
      ...block,
      name: "given-back",
      when: all(is("payment", "gone"), is("dispute", "none", "won")),
      gives: { kind: "none", why: "already-refunded" },
      says: "A payment goes back once.",
    },
    {
      ...block,
      name: "disputed",
      when: is("dispute", "open"),
      gives: { kind: "none", why: "dispute-open" },
      says: "While a bank looks into a payment, nothing is paid back beside it.",
    },
    {
      ...block,
      name: "given-back-by-bank",
      when: is("dispute", "lost"),
      gives: { kind: "none", why: "settled-by-bank" },
      says: "What a bank has given back is not given back again.",
    },
  ];
}
