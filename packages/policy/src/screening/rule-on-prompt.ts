import { categoryLabels, type Signal, type StorefrontId, type ViolationCategory } from "@covenant/domain";
import { type Asks, deciding, each, orNone, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import type { Standing } from "../standing.ts";
import { type PromptFacts, type PromptVerdict, promptFamily } from "./facts.ts";
import { weighSignals } from "./weigh-signals.ts";

export type PromptQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly signals: readonly Signal[];
};

export type PromptOutcome = {
  readonly outcome: "clear" | "blocked";
  /** Null where nothing was found, or no voice said what it found. */
  readonly category: ViolationCategory | null;
  readonly standing: Standing;
};

const asks: Asks<PromptQuestion> = {
  ...placed("when it was asked for"),
  signals: deciding(
    each<Signal>("what the checks said", {
      source: "which check spoke",
      category: orNone("what it is about"),
      confidence: "how sure the check is",
    }),
    "flag",
    "category",
  ),
};

/** May this prompt run, and if not, how firmly does the breach stand? */
export const ruleOnPrompt = rulingOn(
  { family: promptFamily, bookIn: ({ prompt }) => prompt, asks },
  ({ signals }: PromptQuestion, terms): Ruling<PromptOutcome> => {
    const decision = decide(terms.rules.prompt, weighSignals(signals));
    return writeRuling(terms, "promptScreening", decision, {
      outcome: { ...decision.verdict, category: decision.facts.category },
      outcomeName: decision.verdict.outcome,
      words: wordsOf(decision.facts, decision.verdict),
    });
  },
);

function wordsOf({ category }: PromptFacts, { outcome, standing }: PromptVerdict): MemberWords {
  if (outcome === "clear") return { happened: "Your prompt passed." };
  const happened = category
    ? `Your prompt was stopped. What the checks looked for: ${categoryLabels[category]}.`
    : "Your prompt was stopped. The check did not say why.";
  return {
    happened,
    next:
      standing === "weak" ? "Put it in other words and try again." : "If this is wrong, tell us and a person looks.",
  };
}
