import { categoryLabels, type Signal, type StorefrontId, type ViolationCategory } from "@covenant/domain";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import type { Standing } from "../standing.ts";
import { termsInForce } from "../terms-in-force.ts";
import type { PromptFacts, PromptVerdict } from "./facts.ts";
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

/** May this prompt run, and if not, how firmly does the breach stand? */
export function ruleOnPrompt(
  { storefront, at, signals }: PromptQuestion,
  terms: TermsVersion = termsInForce(storefront, at),
): Ruling<PromptOutcome> {
  const decision = decide(terms.rules.prompt, weighSignals(signals));
  return writeRuling(terms, "promptScreening", decision, {
    outcome: { ...decision.verdict, category: decision.facts.category },
    outcomeName: decision.verdict.outcome,
    words: wordsOf(decision.facts, decision.verdict),
  });
}

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
