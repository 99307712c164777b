import type { EndReason, StorefrontId, ViolationCategory } from "@covenant/domain";
import { type Asks, counted, deciding, orNone, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import type { Standing } from "../standing.ts";
import { canEndWith, type SettlementFacts, type SettlementVerdict, settlementFamily } from "./facts.ts";
import { costSentence, happenedSentence, nextSentence } from "./settlement-words.ts";

export type SettlementQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly reason: EndReason;
  readonly standing: Standing;
  readonly category: ViolationCategory | null;
  /** Outputs the member has, out of those requested. */
  readonly delivered: number;
  readonly requested: number;
};

/** `capturedShare` is the number of outputs to charge; the rest of the hold is released, unless it waits for review. */
export type SettlementOutcome =
  | { readonly credits: "capture"; readonly capturedShare: number }
  | { readonly credits: "release"; readonly capturedShare: 0 }
  | { readonly credits: "review"; readonly capturedShare: 0; readonly reviewDays: number };

const outcomeNames = { capture: "captured", release: "released", review: "under review" } as const;

const asks: Asks<SettlementQuestion> = {
  ...placed("when it was asked for"),
  reason: "how it ended",
  standing: "how firmly a breach stands",
  category: counted(orNone("what the breach is about")),
  delivered: deciding("how many results the member has", "outputs"),
  requested: deciding("how many results were asked for", "outputs"),
};

/**
 * What becomes of a generation's hold once it ended. Throws a `RangeError` for counts that cannot be, such as more
 * delivered than requested or outputs of a prompt that was blocked.
 */
export const ruleOnSettlement = rulingOn(
  { family: settlementFamily, bookIn: ({ settlement }) => settlement, asks },
  (question: SettlementQuestion, terms): Ruling<SettlementOutcome> => {
    const decision = decide(terms.rules.settlement, factsOf(question));
    const outcome = outcomeOf(decision.verdict, question);
    return writeRuling(terms, "settlement", decision, {
      outcome,
      outcomeName: outcomeNames[outcome.credits],
      words: {
        happened: happenedSentence(question),
        cost: costSentence(outcome, question.requested),
        next: nextSentence(outcome, question),
      },
    });
  },
);

function factsOf({ reason, standing, delivered, requested }: SettlementQuestion): SettlementFacts {
  const outputs = delivered === 0 ? "none" : delivered < requested ? "some" : "all";
  const counted = Number.isSafeInteger(delivered) && Number.isSafeInteger(requested);
  if (!counted || delivered < 0 || requested < 1 || delivered > requested || !canEndWith(reason, outputs)) {
    throw new RangeError(`${reason} cannot end with ${delivered} of ${requested} outputs`);
  }
  return { reason, standing, outputs };
}

function outcomeOf(verdict: SettlementVerdict, { delivered, requested }: SettlementQuestion): SettlementOutcome {
  switch (verdict.credits) {
    case "capture":
      return { credits: "capture", capturedShare: verdict.share === "requested" ? requested : delivered };
    case "release":
      return { credits: "release", capturedShare: 0 };
    case "review":
      return { credits: "review", capturedShare: 0, reviewDays: verdict.days };
  }
}
