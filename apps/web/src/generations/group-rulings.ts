import type { RulingView } from "@covenant/domain";

export type AnsweredQuestion = { question: RulingView["question"]; answers: readonly RulingView[] };

/**
 * Rulings by their question, in the order first asked. A question is asked again for each file and each change; an
 * answer in the same words is told once.
 */
export function groupRulings(rulings: readonly RulingView[]): AnsweredQuestion[] {
  const questions = [...new Set(rulings.map(({ question }) => question))];
  return questions.map((question) => ({
    question,
    answers: distinct(rulings.filter((ruling) => ruling.question === question)),
  }));
}

function distinct(rulings: readonly RulingView[]): RulingView[] {
  return [...new Map(rulings.map((ruling) => [ruling.explanation, ruling])).values()];
}
