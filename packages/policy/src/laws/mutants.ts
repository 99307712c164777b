import { type Facts, type Predicate, predicateOf } from "../condition.ts";
import { clauseFaults } from "../coverage.ts";
import { decide } from "../decide.ts";
import { brokenOverrides, examineBook, outlinesOf, type RuleOutline } from "../examine-book.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { idOf, type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { changedConditions, valuesIn } from "./changed-conditions.ts";
import { breachAt, type Law } from "./law.ts";

/** A book with one mistake in it, and the mistake in words. */
type Mutant<F extends Facts, V> = {
  readonly name: string;
  readonly book: RuleBook<F, V>;
  /** Whether the mistake is one of the rules that apply to these facts: nothing else can be decided otherwise. */
  readonly touches: Predicate<F>;
};

/** How many mistakes were made in a book, and which of them nothing notices. */
export type MutationReport = { readonly made: number; readonly survivors: readonly string[] };

/**
 * Drops each rule and each exception that it names, turns its condition round, drops or turns round each part of the condition,
 * moves each threshold by one, leaves out each listed value and adds each other, gives it each verdict that any pack gives in
 * this family, and moves each number in its verdict by one. A mistake is noticed by the examination of the book or of the
 * clauses, by a law, or by a case worked out by hand. Neither what was published nor the numbers in the clauses are asked: a clause
 * and its rule may slip together. What decides everything as before, by the same rules, is no mistake.
 */
export function mutate<F extends Facts, V>(
  book: RuleBook<F, V>,
  laws: readonly Law<F, V>[],
  terms: TermsVersion,
  others: { readonly verdicts: readonly V[]; readonly rules: readonly RuleOutline[] },
): MutationReport {
  const points = book.family.points();
  const before = points.map((facts) => spoken(book, facts));
  const made = mutantsOf(book, others.verdicts);
  const survivors = made.filter((mutant) => {
    const mutated = [...others.rules, ...outlinesOf(mutant.book)];
    if (brokenOverrides(mutant.book).length > 0 || clauseFaults(terms, mutated).length > 0) return false;
    return !isNoticed(mutant, { points, before }, laws, terms);
  });
  return { made: made.length, survivors: survivors.map(({ name }) => `${terms.storefront} ${name}`) };
}

function mutantsOf<F extends Facts, V>({ family, rules }: RuleBook<F, V>, verdicts: readonly V[]): Mutant<F, V>[] {
  const known = valuesIn(family.points());
  return rules.flatMap((rule) => {
    const applied = predicateOf(rule.when);
    const mutant = (how: string, mutated: Rule<F, V> | null): Mutant<F, V> => ({
      name: `${family.name}: ${idOf(rule)} ${how}`,
      book: ruleBook(
        family,
        rules.flatMap((other) => (other === rule ? (mutated ?? []) : other)),
      ),
      touches: mutated === null || mutated.when === rule.when ? applied : differs(applied, predicateOf(mutated.when)),
    });
    const overrides = rule.overrides ?? [];
    const given = [...movedNumbers(rule.gives), ...verdicts].map((gives) => JSON.stringify(gives));
    return [
      mutant("dropped", null),
      mutant("negated", { ...rule, when: { op: "not", of: rule.when } }),
      ...overrides.map((dropped) =>
        mutant(`no longer over ${dropped}`, { ...rule, overrides: overrides.filter((each) => each !== dropped) }),
      ),
      ...changedConditions(rule.when, known).map(({ how, when }) => mutant(how, { ...rule, when })),
      ...[...new Set(given)]
        .filter((gives) => gives !== JSON.stringify(rule.gives))
        .map((gives) => mutant(`gives ${gives}`, { ...rule, gives: JSON.parse(gives) })),
    ];
  });
}

function differs<F extends Facts>(one: Predicate<F>, other: Predicate<F>): Predicate<F> {
  return (facts) => one(facts) !== other(facts);
}

/** The verdict with one of its numbers moved by one, up and down; no number falls below zero. */
function movedNumbers<V>(verdict: V): V[] {
  return Object.entries(verdict ?? {}).flatMap(([name, value]) =>
    typeof value !== "number"
      ? []
      : [value - 1, value + 1].filter((moved) => moved >= 0).map((moved) => ({ ...verdict, [name]: moved })),
  );
}

/** Every combination of facts, and what was said on each before the mistake was made. */
type Known<F extends Facts> = { readonly points: readonly F[]; readonly before: readonly (string | null)[] };

/**
 * Whether a mistake shows. Where something is decided otherwise it is looked for first; after that everywhere, as a law may compare a
 * case with its neighbours. What decides everything as before was none.
 */
function isNoticed<F extends Facts, V>(
  { book, touches }: Mutant<F, V>,
  { points, before }: Known<F>,
  laws: readonly Law<F, V>[],
  terms: TermsVersion,
): boolean {
  let isSilent = true;
  for (const [place, facts] of points.entries()) {
    if (!touches(facts) || spoken(book, facts) === before[place]) continue;
    if (shows(facts, book, laws, terms)) return true;
    isSilent = false;
  }
  return isSilent || points.some((facts) => shows(facts, book, laws, terms)) || examineBook(book).faults.length > 0;
}

/** Which rules decide and which give way, by name; null where none or several different ones do. */
function spoken<F extends Facts, V>(book: RuleBook<F, V>, facts: F): string | null {
  try {
    const { determining, overridden, verdict } = decide(book, facts);
    return `${determining.map(idOf)} ${overridden.map(idOf)} ${JSON.stringify(verdict)}`;
  } catch {
    return null;
  }
}

function shows<F extends Facts, V>(
  facts: F,
  book: RuleBook<F, V>,
  laws: readonly Law<F, V>[],
  terms: TermsVersion,
): boolean {
  try {
    return breachAt(facts, book, laws, terms) !== null;
  } catch {
    // A gap or a conflict, which the examination would name.
    return true;
  }
}
