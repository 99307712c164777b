import type { StorefrontId } from "@covenant/domain";
import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { type Asks, counted, each, instant, placed } from "../asks.ts";
import { instantOf, monthsLater, wallClock } from "../civil-date.ts";
import type { MemberWords } from "../explain.ts";
import { writeRuling } from "../ruling.ts";
import { answeringOn } from "../ruling-on.ts";
import { type LiabilityCapFacts, type LiabilityCapVerdict, type LossKind, liabilityCapFamily } from "./facts.ts";

/** What a member paid, in US cents; a payment in another currency at the rate that was frozen on its order. */
export type PaidAmount = { readonly paidAt: Date; readonly usdMinor: number };

export type LiabilityCapQuestion = {
  readonly storefront: StorefrontId;
  /** What happened, or began: the terms of that day rule. */
  readonly at: Date;
  readonly claimAt: Date;
  readonly loss: LossKind;
  /** Whether the law lets us limit what we owe for it; left out until a lawyer has said so. */
  readonly limitable?: boolean | undefined;
  readonly payments: readonly PaidAmount[];
};

export type LiabilityCapOutcome =
  | {
      readonly cap: "amount";
      /** The most that can be owed, in US cents. */
      readonly usdMinor: number;
      /** The payments that count came in this span, its end excluded. */
      readonly from: Date;
      readonly to: Date;
    }
  | { readonly cap: "none"; readonly why: "law" | "silent" };

const asks: Asks<LiabilityCapQuestion> = {
  ...placed("when it happened or began"),
  claimAt: counted(instant("when it was claimed")),
  loss: "which loss it is",
  payments: counted(
    each<PaidAmount>("what was paid", { paidAt: instant("when it was paid"), usdMinor: "how much was paid" }),
  ),
};

/**
 * What is the most that can be owed for a loss? Names what it still has to know. Throws a `RangeError` for an amount that is
 * no whole number of cents.
 */
export const ruleOnLiabilityCap = answeringOn(
  { family: liabilityCapFamily, bookIn: ({ liabilityCap }) => liabilityCap, asks },
  (question: LiabilityCapQuestion, terms): Answered<LiabilityCapOutcome> => {
    const { loss, limitable } = question;
    const answered = answer(terms.rules.liabilityCap, { loss, limitable });
    if (answered.kind === "needs") return writeNeeds(terms, "liabilityCap", answered, openAsks);
    const outcome = outcomeOf(answered.decision.verdict, question, terms.zone);
    return {
      kind: "ruled",
      ruling: writeRuling(terms, "liabilityCap", answered.decision, {
        outcome,
        outcomeName: outcome.cap === "amount" ? "capped" : "not capped",
        words: wordsOf(outcome),
      }),
    };
  },
);

function outcomeOf(verdict: LiabilityCapVerdict, question: LiabilityCapQuestion, zone: string): LiabilityCapOutcome {
  switch (verdict.cap) {
    case "none":
      return verdict;
    case "nothing-owed":
      return { cap: "amount", usdMinor: 0, from: question.at, to: question.at };
    case "paid": {
      const to = verdict.before === "claim" ? question.claimAt : question.at;
      const from = instantOf(monthsLater(wallClock(to, zone), -verdict.months), zone);
      const counted = question.payments.filter(({ paidAt }) => paidAt >= from && paidAt < to);
      const usdMinor = Math.max(sumOf(counted), verdict.floorDollars * 100);
      return { cap: "amount", usdMinor, from, to };
    }
  }
}

function sumOf(payments: readonly PaidAmount[]): number {
  return payments.reduce((sum, { usdMinor }) => {
    if (!Number.isSafeInteger(usdMinor) || usdMinor < 0) throw new RangeError(`not a number of cents: ${usdMinor}`);
    return sum + usdMinor;
  }, 0);
}

const openAsks: FactAsks<LiabilityCapFacts> = {
  loss: "whether the loss is direct",
  limitable: "whether the law lets us limit what we owe for it",
};

function wordsOf(outcome: LiabilityCapOutcome): MemberWords {
  if (outcome.cap === "none") return { happened: "You ask what we can owe you for a loss." };
  const dollars = `${Math.floor(outcome.usdMinor / 100)}.${`${outcome.usdMinor % 100}`.padStart(2, "0")}`;
  return { happened: "You ask what we can owe you for a loss.", cost: `That is at most ${dollars} US dollars.` };
}
