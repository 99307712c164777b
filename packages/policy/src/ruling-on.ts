import type { StorefrontId } from "@covenant/domain";
import { type Unanswered, writeUnknown } from "./answered.ts";
import { type Asks, type Known, type Told, type Unknown, unknownBy } from "./asks.ts";
import { type Facts, factsRead } from "./condition.ts";
import type { PackRules, TermsVersion } from "./packs/pack.ts";
import type { Family, RuleBook } from "./rule.ts";
import { termsInForce } from "./terms-in-force.ts";

/** What every question says: whose terms rule, and when what it is about happened, which chooses their version. */
type Placed = { readonly storefront: StorefrontId; readonly at: Date };

/** A question of the terms: the rules that answer it, and what is asked for each of its facts. */
export type Asked<F extends Facts, V, Q> = {
  readonly family: Family<F>;
  readonly bookIn: (rules: PackRules) => RuleBook<F, V>;
  readonly asks: Asks<Q>;
};

/** A question as it is put. */
export type Ruler<Q, R, Answer> = {
  /** For whoever knows every fact. One that is unknown all the same is never guessed at: it throws {@link FactsNeeded}. */
  (question: Q, terms?: TermsVersion): R;
  /** For whoever may not know every fact: the answer, or which facts it needs. */
  readonly answer: (known: Known<Q> & Known<Placed> & Told, terms?: TermsVersion) => Answer | Unanswered;
  readonly asks: Asks<Q>;
  /** The names of the facts its rules read. */
  readonly facts: () => readonly string[];
};

/** A question was put without facts that it needs: which they are is said in `needs`. */
export class FactsNeeded extends Error {
  readonly needs: Unanswered;
  constructor(needs: Unanswered) {
    super(`${needs.question}: ${needs.missing.join(", ")} unknown. ${needs.explanation.staff}`);
    this.name = "FactsNeeded";
    this.needs = needs;
  }
}

/** The door of a question whose every fact is known when it is put: nothing is ruled before all of them are there. */
export function rulingOn<F extends Facts, V, Q extends Placed & Told, R>(
  asked: Asked<F, V, Q>,
  rule: (question: Q, terms: TermsVersion) => R,
): Ruler<Q, R, { readonly kind: "ruled"; readonly ruling: R }> {
  return door(asked, rule, (ruling) => ({ kind: "ruled", ruling }));
}

/**
 * The door of a question of intake, some of whose facts may be left out. Those that it cannot do without are asked for here;
 * whether the others matter is for `answer` to say.
 */
export function answeringOn<F extends Facts, V, Q extends Placed & Told, A>(
  asked: Asked<F, V, Q>,
  rule: (question: Q, terms: TermsVersion) => A,
): Ruler<Q, A, A> {
  return door(asked, rule, (answered) => answered);
}

function door<F extends Facts, V, Q extends Placed & Told, R, Answer>(
  asked: Asked<F, V, Q>,
  rule: (question: Q, terms: TermsVersion) => R,
  asAnswer: (ruled: R) => Answer,
): Ruler<Q, R, Answer> {
  const unknownIn = unknownBy(asked.asks);
  const isWhole = (known: Told): known is Q => unknownIn(known).length === 0;
  const ruleOn = (question: Q, terms?: TermsVersion): R => {
    const unknown = unknownIn(question);
    if (unknown.length > 0) throw new FactsNeeded(needed(asked, unknown, terms ?? termsOf(question)));
    return rule(question, terms ?? termsInForce(question.storefront, question.at));
  };
  return Object.assign(ruleOn, {
    answer: (known: Known<Q> & Known<Placed> & Told, terms?: TermsVersion) =>
      isWhole(known) ? asAnswer(ruleOn(known, terms)) : needed(asked, unknownIn(known), terms ?? termsOf(known)),
    asks: asked.asks,
    facts: () => Object.keys(asked.family.points()[0] ?? {}),
  });
}

/** The terms of the day, where the question says that much. */
function termsOf({ storefront, at }: Known<Placed>): TermsVersion | null {
  const isPlaced = storefront !== undefined && at instanceof Date && !Number.isNaN(at.getTime());
  return isPlaced ? termsInForce(storefront, at) : null;
}

/** What is unknown, in words, with the clauses of the rules that would look at it. */
function needed<F extends Facts, V, Q>(
  { family, bookIn }: Asked<F, V, Q>,
  unknown: readonly Unknown[],
  terms: TermsVersion | null,
): Unanswered {
  const decides = new Set(unknown.flatMap((each) => each.decides));
  const looking = terms
    ? bookIn(terms.rules).rules.filter(({ when }) => [...factsRead(when)].some((fact) => decides.has(fact)))
    : [];
  return writeUnknown(
    terms,
    family.question,
    unknown,
    looking.map(({ clause }) => clause),
  );
}
