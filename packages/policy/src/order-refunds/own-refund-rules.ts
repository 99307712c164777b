import type { ClauseId } from "../clause.ts";
import type { Rule, RuleId } from "../rule.ts";
import { type OrderRefundFacts, type OrderRefundVerdict, onOrderRefund } from "./facts.ts";

const { all, is, not } = onOrderRefund;

export type RefundRule = Rule<OrderRefundFacts, OrderRefundVerdict>;
type Cited = Pick<RefundRule, "clause" | "readWith" | "says">;

const unspentIsLeft = is("unspent", "some");

/** Bought credits are final: the general rule of storefronts that refund only where the law says so. */
export function creditsFinal(cited: Cited, takesBack: ClauseId): RefundRule[] {
  const changed = all(is("ground", "price-change"), is("withdrawal", "running", "over"), unspentIsLeft);
  const overrides: RuleId[] = [`${cited.clause}/final`];
  return [
    { ...cited, name: "final", when: onOrderRefund.always, gives: { kind: "none", why: "credits-final" } },
    {
      clause: "LAW-WITHDRAWAL",
      name: "over",
      overrides,
      when: all(is("ground", "withdrawal"), is("withdrawal", "over"), unspentIsLeft),
      gives: { kind: "none", why: "window-over" },
      says: "The right to withdraw ends after 14 days.",
    },
    {
      clause: "LAW-RIGHTS",
      name: "price-change",
      overrides,
      when: all(changed, is("choice", "open")),
      gives: { kind: "ask-person" },
      says: "Whether the law of your country gives you a way out when prices change is for a person to see.",
    },
    {
      clause: "LAW-RIGHTS",
      name: "price-change-granted",
      readWith: [takesBack],
      overrides,
      when: all(changed, is("choice", "some")),
      gives: { kind: "refund", of: "chosen" },
      says: "The person who looked into it found that the law of your country gives you a way out.",
    },
  ];
}

/** The general rule of storefronts that leave refunds to a person, who may choose up to what is unspent. */
export function personDecides({ clause, readWith = [], says }: Cited): RefundRule[] {
  // A change of prices is no case for a person where the terms answer it themselves.
  const asked = all(not(is("ground", "price-change")), unspentIsLeft);
  return [
    { clause, readWith, says, name: "case-by-case", when: is("choice", "open"), gives: { kind: "ask-person" } },
    {
      clause,
      name: "granted",
      readWith,
      when: all(asked, is("choice", "some")),
      gives: { kind: "refund", of: "chosen" },
      says: "The person who looked at your case gives money back for credits you have not used.",
    },
    {
      clause,
      name: "declined",
      readWith,
      when: all(asked, is("choice", "nothing")),
      gives: { kind: "none", why: "credits-final" },
      says: "The person who looked at your case gives no money back.",
    },
    {
      clause,
      name: "worth-no-coin",
      readWith,
      when: all(asked, is("choice", "worthless")),
      gives: { kind: "none", why: "credits-final" },
      says: "The credits that were chosen are worth less than the smallest coin, so there is no money to send for them.",
    },
  ];
}

/** Where nothing unspent is left, unless the ground brings the whole payment back. */
export function usedIsFinal(cited: Cited, overrides: readonly RuleId[]): RefundRule {
  return {
    ...cited,
    name: "used",
    overrides,
    when: not(unspentIsLeft),
    gives: { kind: "none", why: "nothing-unspent" },
  };
}

/** Where prices changed, the unspent share goes back to who does not want to go on. */
export function priceChangeReturns(cited: Cited, overrides: readonly RuleId[]): RefundRule {
  return {
    ...cited,
    name: "price-change",
    overrides,
    when: all(is("ground", "price-change"), unspentIsLeft),
    gives: { kind: "refund", of: "unspent" },
  };
}
