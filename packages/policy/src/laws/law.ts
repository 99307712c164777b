import type { Facts } from "../condition.ts";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import type { RuleBook } from "../rule.ts";

/** Judges other facts by the same book, to compare a case with its neighbours. */
type Judge<F, V> = (facts: F) => V;

/** What holds in every pack, whatever its clauses say: a promise to members, or a statute's. */
export type Law<F extends Facts, V> = {
  readonly says: string;
  /** Whether it holds for one combination of facts and what was given on them. */
  readonly holds: (facts: F, verdict: V, judge: Judge<F, V>, terms: TermsVersion) => boolean;
};

/** The law and the facts that break it, or null. Throws what {@link decide} throws. */
export function breachAt<F extends Facts, V>(
  facts: F,
  book: RuleBook<F, V>,
  laws: readonly Law<F, V>[],
  terms: TermsVersion,
): string | null {
  const judge = (other: F) => decide(book, other).verdict;
  const verdict = judge(facts);
  const broken = laws.find((law) => !law.holds(facts, verdict, judge, terms));
  return broken ? `${broken.says}: ${JSON.stringify(facts)} gives ${JSON.stringify(verdict)}` : null;
}
