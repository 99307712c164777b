import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { onPrompt, type ProhibitedCategory, type PromptFacts, type PromptVerdict, promptFamily } from "./facts.ts";

const { all, is } = onPrompt;

/** The clause that forbids some categories. */
export type Prohibition = {
  readonly clause: ClauseId;
  readonly categories: readonly [ProhibitedCategory, ...ProhibitedCategory[]];
};

type PromptTerms = {
  /** Says that prompts are looked at, and that a doubtful flag stops a request without blame. */
  readonly screening: ClauseId;
  /** Says what counts as a suspicion and what as a proof. */
  readonly proof: ClauseId;
  readonly prohibitions: readonly Prohibition[];
};

/** Nothing found runs; anything found stops; how firmly it stands depends on how many sure voices agree. */
export function promptRules(terms: PromptTerms): RuleBook<PromptFacts, PromptVerdict> {
  const doubtful = { clause: terms.screening, readWith: terms.proof === terms.screening ? [] : [terms.proof] };
  return ruleBook(promptFamily, [
    {
      clause: terms.screening,
      name: "clear",
      when: is("flag", "none"),
      gives: { outcome: "clear", standing: "none" },
      says: "What nothing is found in goes on.",
    },
    {
      ...doubtful,
      name: "profanity",
      when: is("flag", "profanity"),
      gives: { outcome: "blocked", standing: "weak" },
      says: "Rude words stop a request, and that is all they do.",
    },
    {
      ...doubtful,
      name: "doubtful",
      when: is("flag", "weak"),
      gives: { outcome: "blocked", standing: "weak" },
      says: "A doubtful flag stops a request without blaming anyone.",
    },
    {
      clause: "LAW-CHILD-SAFETY",
      name: "doubtful-child-safety",
      overrides: [`${terms.screening}/doubtful`],
      when: all(is("flag", "weak"), is("category", "child-safety")),
      gives: { outcome: "blocked", standing: "suspected" },
      says: "Any doubt about the safety of a child is looked at by a person.",
    },
    ...terms.prohibitions.flatMap((prohibition) => prohibitionRules(prohibition, terms.proof)),
  ]);
}

function prohibitionRules({ clause, categories }: Prohibition, proof: ClauseId): Rule<PromptFacts, PromptVerdict>[] {
  const common = { clause, readWith: [proof] };
  return [
    {
      ...common,
      name: "suspected",
      when: all(is("flag", "strong"), is("category", ...categories)),
      gives: { outcome: "blocked", standing: "suspected" },
      says: "One sure check alone stops a request and is a suspicion, not a proof.",
    },
    {
      ...common,
      name: "established",
      when: all(is("flag", "agreeing"), is("category", ...categories)),
      gives: { outcome: "blocked", standing: "established" },
      says: "Two independent checks that agree prove that the rules are broken.",
    },
  ];
}
