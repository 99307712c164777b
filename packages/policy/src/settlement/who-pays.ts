import type { StorefrontId } from "@covenant/domain";
import type { Ruling } from "../ruling.ts";
import { ruleOnSettlement, type SettlementOutcome, type SettlementQuestion } from "./rule-on-settlement.ts";
import { costSentence } from "./settlement-words.ts";

/** One line of a quote: what may happen, and who pays then. */
export type PayLine = { readonly when: string; readonly sentence: string; readonly ruling: Ruling<SettlementOutcome> };

type Case = { readonly when: string } & Pick<SettlementQuestion, "reason" | "standing">;

const cases: readonly Case[] = [
  { when: "Your prompt is proven to break the rules", reason: "prompt-blocked", standing: "established" },
  { when: "One check alone is sure that it does", reason: "prompt-blocked", standing: "suspected" },
  { when: "It is flagged by mistake, or without certainty", reason: "prompt-blocked", standing: "weak" },
  { when: "A safety check refuses what the model made", reason: "output-refused", standing: "none" },
  { when: "The company that runs the model fails or takes too long", reason: "provider-failed", standing: "none" },
  { when: "You cancel before it starts, or the model stops in time", reason: "cancelled-by-member", standing: "none" },
];

/** Who pays if a generation does not end well, ruled case by case under the terms in force. */
export function whoPays(storefront: StorefrontId, at: Date): readonly PayLine[] {
  return cases.map(({ when, reason, standing }) => {
    const ruling = ruleOnSettlement({ storefront, at, reason, standing, category: null, delivered: 0, requested: 1 });
    return { when, sentence: costSentence(ruling.outcome, 1), ruling };
  });
}

/** What cancelling costs: before anything was sent, or while a model is at work, which may be done before it stops. */
export function costOfCancelling(storefront: StorefrontId, at: Date, stage: "before" | "at-work"): string {
  const asked = { storefront, at, standing: "none", category: null, requested: 1 } as const;
  const stopped = costSentence(ruleOnSettlement({ ...asked, reason: "cancelled-by-member", delivered: 0 }).outcome, 1);
  if (stage === "before") return stopped;
  const done = costSentence(ruleOnSettlement({ ...asked, reason: "delivered", delivered: 1 }).outcome, 1);
  return `If the model stops in time: ${stopped} If it is done first, you have the result: ${done}`;
}
