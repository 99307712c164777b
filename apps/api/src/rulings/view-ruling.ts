import { type RulingView, rulingView } from "@covenant/domain";

/** A stored ruling's columns that people are shown. */
export type RulingRow = {
  question: string;
  outcome: string;
  clauses: unknown;
  overridden: string[];
  termsVersion: string;
  memberExplanation: string;
  staffExplanation: string;
};

/** A stored ruling in one of its two voices. */
export function viewRuling(row: RulingRow, voice: "member" | "staff"): RulingView {
  return rulingView.parse({
    question: row.question,
    outcome: row.outcome,
    clauses: row.clauses,
    overridden: row.overridden,
    termsVersion: row.termsVersion,
    explanation: voice === "member" ? row.memberExplanation : row.staffExplanation,
  });
}
