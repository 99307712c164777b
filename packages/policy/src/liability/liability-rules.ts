import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, type RuleId, ruleBook } from "../rule.ts";
import { type LiabilityCapFacts, type LiabilityCapVerdict, liabilityCapFamily, onLiabilityCap } from "./facts.ts";

const { always, is } = onLiabilityCap;

type CapRule = Rule<LiabilityCapFacts, LiabilityCapVerdict>;

type CapTerms = {
  readonly clause: ClauseId;
  /** Says how the months are counted and what counts as paid. */
  readonly reading: ClauseId;
  readonly gives: Extract<LiabilityCapVerdict, { cap: "paid" }>;
  readonly says: string;
  /** Whether the clause owes nothing at all for indirect loss. */
  readonly noIndirect: boolean;
};

/** A cap that goes as far as the law allows, and no further. */
export function cappedLiability(terms: CapTerms): RuleBook<LiabilityCapFacts, LiabilityCapVerdict> {
  const { clause, reading, gives, says, noIndirect } = terms;
  const capped: CapRule = { clause, name: "capped", readWith: [reading], when: always, gives, says };
  const indirect: CapRule = {
    clause,
    name: "indirect",
    overrides: [`${clause}/capped`],
    when: is("loss", "indirect"),
    gives: { cap: "nothing-owed" },
    says: "For indirect loss nothing is owed, as far as the law allows.",
  };
  const own = noIndirect ? [capped, indirect] : [capped];
  return ruleBook(liabilityCapFamily, [
    ...own,
    beyond(
      own.map(({ name }) => `${clause}/${name}` as const),
      [clause],
    ),
  ]);
}

/** The terms name no cap, so none is applied: what is owed is what the law says. */
export function uncappedLiability(clause: ClauseId): RuleBook<LiabilityCapFacts, LiabilityCapVerdict> {
  return ruleBook(liabilityCapFamily, [
    {
      clause,
      name: "silent",
      when: always,
      gives: { cap: "none", why: "silent" },
      says: "The terms name no limit to what we can owe, so none is applied.",
    },
    beyond([`${clause}/silent`], []),
  ]);
}

function beyond(overrides: readonly RuleId[], readWith: readonly ClauseId[]): CapRule {
  return {
    clause: "LAW-RIGHTS",
    name: "not-limited",
    readWith,
    overrides,
    when: is("limitable", false),
    gives: { cap: "none", why: "law" },
    says: "What the law does not let anyone limit is owed in full.",
  };
}
