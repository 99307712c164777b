import type { ClauseCitation, Question, RulingView } from "@covenant/domain";
import type { ClauseId } from "./clause.ts";
import type { Facts } from "./condition.ts";
import type { Decision } from "./decide.ts";
import { type MemberWords, memberVoice, rulesForMember, rulesForStaff, staffVoice } from "./explain.ts";
import { citationIn } from "./legal-pages.ts";
import type { TermsVersion } from "./packs/pack.ts";
import type { Rule } from "./rule.ts";

/** The policy engine's answer on given facts. Plain data: it is stored as it is. */
export type Ruling<Outcome> = {
  readonly question: Question;
  readonly outcome: Outcome;
  /** The outcome in a word or two, such as `released`. */
  readonly outcomeName: string;
  readonly clauses: readonly ClauseCitation[];
  /** Clause ids of the rules that held and yielded to an exception. */
  readonly overridden: readonly ClauseId[];
  readonly termsVersion: string;
  readonly explanation: { readonly member: string; readonly staff: string };
};

/** Turns a decision into the ruling that is stored: outcome, clauses as they read that day, and both explanations. */
export function writeRuling<F extends Facts, V, Outcome>(
  terms: TermsVersion,
  question: Question,
  decision: Decision<F, V>,
  answer: { readonly outcome: Outcome; readonly outcomeName: string; readonly words: MemberWords },
): Ruling<Outcome> {
  const said = saidBy(terms, decision);
  return {
    question,
    outcome: answer.outcome,
    outcomeName: answer.outcomeName,
    clauses: said.clauses,
    overridden: said.overridden,
    termsVersion: terms.version,
    explanation: {
      member: memberVoice(answer.words, said.forMember),
      staff: staffVoice(said.forStaff, decision.family.tell(decision.facts)),
    },
  };
}

/** What a set of deciding rules says under one version, whatever the facts were. */
type Said = Pick<Ruling<unknown>, "clauses" | "overridden"> & { readonly forMember: string; readonly forStaff: string };

/** By version, and then by the rules that decide: `decide` gives the same list for the same rules each time. */
const saidUnder = new WeakMap<TermsVersion, WeakMap<readonly unknown[], Said>>();

function saidBy<F extends Facts, V>(terms: TermsVersion, decision: Decision<F, V>): Said {
  const known = saidUnder.get(terms) ?? new WeakMap<readonly unknown[], Said>();
  const found = known.get(decision.determining);
  if (found) return found;
  const said = say(terms, decision);
  saidUnder.set(terms, known.set(decision.determining, said));
  return said;
}

function say<F extends Facts, V>(terms: TermsVersion, decision: Decision<F, V>): Said {
  const cited = clauseIdsOf(decision.determining);
  return {
    clauses: cited.map((id) => citationIn(terms, id)),
    overridden: [...new Set(decision.overridden.map((rule) => rule.clause))].filter((id) => !cited.includes(id)),
    forMember: rulesForMember(decision, (id) => citationIn(terms, id).title),
    forStaff: rulesForStaff(decision),
  };
}

function clauseIdsOf<F extends Facts, V>(rules: readonly Rule<F, V>[]): ClauseId[] {
  return [...new Set(rules.flatMap((rule) => [rule.clause, ...(rule.readWith ?? [])]))];
}

/** The ruling as its member sees it. */
export function viewOf(ruling: Ruling<unknown>): RulingView {
  return {
    question: ruling.question,
    outcome: ruling.outcomeName,
    clauses: [...ruling.clauses],
    overridden: [...ruling.overridden],
    termsVersion: ruling.termsVersion,
    explanation: ruling.explanation.member,
  };
}
