import type { StorefrontId } from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import type { AccountCase } from "../cases/lock-account-case.ts";
import { sayHeld } from "../sanctions/say-held.ts";
import type { DecisionPlan } from "./plan-decision.ts";

/**
 * The statement of reasons as the member reads it, by mail and on the page on their standing (Regulation (EU) 2022/2065,
 * art. 17(3)): what was decided, on which facts and clauses, whether a machine took part, and how to contest it.
 */
export function stateReasons(
  { storefront, facts }: AccountCase,
  { conduct, ladder, notice, closing, strike, weightAfter }: Omit<DecisionPlan, "statement" | "digest">,
): string {
  const isWhole = notice.ruling.outcome.detail === "whole";
  return [
    closing?.termination.ruling.explanation.member,
    ladder?.ruling.explanation.member,
    conduct.ruling.explanation.member,
    strike?.isOver ? `Its time ended on ${dayOf(strike.expiresAt, storefront)}, so it counts for nothing.` : undefined,
    isWhole ? `What was seen: ${facts.seen}` : undefined,
    ladder === null ? undefined : `Your strikes that count weigh ${weightAfter} with this decision.`,
    closing?.forfeiture.ruling.explanation.member,
    closing === null ? undefined : sayHeld(closing.held, closing.forfeiture.ruling.outcome.credits),
    byWhom[facts.openedBy],
    notice.ruling.explanation.member,
    "To appeal this, use the link in the mail, or the button beside this decision on the page on your account's standing, within 183 days. It costs nothing, also while your account is suspended or closed, and somebody who had no part in the decision looks again (clause LAW-APPEAL).",
  ]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function dayOf(at: Date, storefront: StorefrontId): string {
  return spellDate(civilDateIn(at, zoneOf(storefront)));
}

const byWhom = {
  rule: "A rule counted your requests and opened the file. It decided nothing: a person looked, and a person decided.",
  staff: "No machine took part: a person opened the file, and a person decided.",
} as const;
