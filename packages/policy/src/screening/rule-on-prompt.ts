import { categoryLabels, type Signal, type StorefrontId, type ViolationCategory } from "@covenant/domain";
import { type Asks, deciding, each, orNone, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import type { Standing } from "../standing.ts";
import { type PromptFacts, type PromptVerdict, promptFamily } from "./facts.ts";
import { weighSignals } from "./weigh-signals.ts";

/** What voices can be about: the member's words, the file they gave, or what a model made. */
export const screenedThings = ["prompt", "upload", "result"] as const;
export type ScreenedThing = (typeof screenedThings)[number];

export type PromptQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly signals: readonly Signal[];
  /** The same rules hold for each, and the sentences name it; the prompt where it is left out. */
  readonly of?: ScreenedThing;
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

/**
 * May this prompt run, this upload be used, this result be handed over, and if not, how firmly does the breach stand? How firmly
 * it stands for a result says whether a person looks at it; nobody is blamed for what a model made.
 */
export const ruleOnPrompt = rulingOn(
  { family: promptFamily, bookIn: ({ prompt }) => prompt, asks },
  ({ signals, of = "prompt" }: PromptQuestion, terms): Ruling<PromptOutcome> => {
    const decision = decide(terms.rules.prompt, weighSignals(signals));
    return writeRuling(terms, "promptScreening", decision, {
      outcome: { ...decision.verdict, category: decision.facts.category },
      outcomeName: decision.verdict.outcome,
      words: wordsOf(of, decision.facts, decision.verdict),
    });
  },
);

const things = { prompt: "Your prompt", upload: "Your file", result: "What the model made" } as const satisfies Record<
  ScreenedThing,
  string
>;

function wordsOf(of: ScreenedThing, { category }: PromptFacts, { outcome, standing }: PromptVerdict): MemberWords {
  if (outcome === "clear") return { happened: `${things[of]} passed.` };
  const stopped = `${things[of]} was ${of === "result" ? "withheld" : "stopped"}.`;
  const happened = category
    ? `${stopped} What the checks looked for: ${categoryLabels[category]}.`
    : `${stopped} The check did not say why.`;
  return { happened, next: standing === "weak" ? again[of] : "If this is wrong, tell us and a person looks." };
}

const again = {
  prompt: "Put it in other words and try again.",
  upload: "Choose another file and try again.",
  result: "You can try again.",
} as const satisfies Record<ScreenedThing, string>;
