import type { ClauseId } from "../clause.ts";
import type { Facts } from "../condition.ts";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { idOf, type RuleBook, type RuleId } from "../rule.ts";

/** Judges other facts by the same book, to compare a case with its neighbours. */
type Judge<F, V> = (facts: F) => V;

/** Which rules decide on facts, and which give way to them. */
export type Reasons = { readonly decided: readonly RuleId[]; readonly gaveWay: readonly RuleId[] };

/** What holds in every pack, whatever its clauses say: a promise to members, or a statute's. */
export type Law<F extends Facts, V> = {
  readonly says: string;
  /** Whether it holds for one combination of facts and what was given on them. */
  readonly holds: (
    facts: F,
    verdict: V,
    judge: Judge<F, V>,
    terms: TermsVersion,
    /** Of the rules that decided, which is what the member reads as the reason. */
    clauses: readonly ClauseId[],
    /** Of the rules on these or other facts, for what a ruling says beside its outcome. */
    reasons: (facts: F) => Reasons,
  ) => boolean;
};

/** The law and the facts that break it, or null. Throws what {@link decide} throws. */
export function breachAt<F extends Facts, V>(
  facts: F,
  book: RuleBook<F, V>,
  laws: readonly Law<F, V>[],
  terms: TermsVersion,
): string | null {
  const judge = (other: F) => decide(book, other).verdict;
  const { verdict, determining } = decide(book, facts);
  const gives = `${JSON.stringify(facts)} gives ${JSON.stringify(verdict)}`;
  const clauses = determining.map(({ clause }) => clause);
  const speaking = determining.map(idOf).join(" and ");
  if (determining.length > 1 && !together.includes(speaking)) return `one rule answers, not ${speaking}: ${gives}`;
  const reasons = (other: F) => {
    const decision = decide(book, other);
    return { decided: decision.determining.map(idOf), gaveWay: decision.overridden.map(idOf) };
  };
  const broken = laws.find((law) => !law.holds(facts, verdict, judge, terms, clauses, reasons));
  return broken ? `${broken.says}: ${gives}` : null;
}

/** Rules that may answer together: a result that came in part is paid for as delivered, and the refused rest is not. */
const together: readonly string[] = ["IAI-6.1/delivered and IAI-4.3/partly-blocked"];

/** Whether what gives way on these facts is exactly what would have been said on the others, and all that gives way there. */
export function gaveWayTo({ gaveWay }: Reasons, plain: Reasons): boolean {
  const said = new Set([...plain.decided, ...plain.gaveWay]);
  return said.size === new Set(gaveWay).size && gaveWay.every((id) => said.has(id));
}
