import { type Condition, type Facts, printCondition } from "../condition.ts";
import { clauseFaults } from "../coverage.ts";
import { decide } from "../decide.ts";
import { brokenOverrides, examineBook, outlinesOf, type RuleOutline } from "../examine-book.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { idOf, type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { breachAt, type Law } from "./law.ts";
import { numberFaults } from "./number-agreement.ts";

/** A book with one mistake in it, in words, and the rule the mistake is in. */
type Mutant<F extends Facts, V> = { readonly name: string; readonly rule: Rule<F, V>; readonly book: RuleBook<F, V> };

/** How many mistakes were made in a book, and which of them nothing notices. */
export type MutationReport = { readonly made: number; readonly survivors: readonly string[] };

/**
 * Drops each rule, turns its condition round, drops or turns round each part of the condition, and gives it each verdict
 * that any pack gives in this family. A mistake is noticed by the examination of the book or of the clauses, by a law, or by
 * the numbers in the clauses. What decides everything as before, by the same rules, is no mistake.
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
    const faults = [
      ...brokenOverrides(mutant.book),
      ...clauseFaults(terms, mutated),
      ...numberFaults(mutant.book, terms),
    ];
    return (
      faults.length === 0 && !isNoticedAt(points, book, mutant, laws, terms) && !isSilent(points, before, mutant.book)
    );
  });
  return { made: made.length, survivors: survivors.map(({ name }) => `${terms.storefront} ${name}`) };
}

function mutantsOf<F extends Facts, V>({ family, rules }: RuleBook<F, V>, verdicts: readonly V[]): Mutant<F, V>[] {
  return rules.flatMap((rule) => {
    const name = `${family.name}: ${idOf(rule)}`;
    const instead = (mutated: Rule<F, V>) =>
      ruleBook(
        family,
        rules.map((other) => (other === rule ? mutated : other)),
      );
    const without = ruleBook(
      family,
      rules.filter((other) => other !== rule),
    );
    return [
      { name: `${name} dropped`, rule, book: without },
      { name: `${name} negated`, rule, book: instead({ ...rule, when: { op: "not", of: rule.when } }) },
      ...changedConditions(rule.when).map(({ how, when }) => ({
        name: `${name} ${how}`,
        rule,
        book: instead({ ...rule, when }),
      })),
      ...[...new Map(verdicts.map((gives) => [JSON.stringify(gives), gives]))]
        .filter(([given]) => given !== JSON.stringify(rule.gives))
        .map(([given, gives]) => ({ name: `${name} gives ${given}`, rule, book: instead({ ...rule, gives }) })),
    ];
  });
}

/** A condition with one part of it dropped or turned round, so that the rule speaks more often or less. */
function changedConditions<F extends Facts>(
  condition: Condition<F>,
): { readonly how: string; readonly when: Condition<F> }[] {
  if (condition.op !== "all" && condition.op !== "any") return [];
  const { op, of } = condition;
  return of.flatMap((part, place) => {
    const others = of.filter((_, other) => other !== place);
    const instead = (changed: Condition<F>) => ({
      op,
      of: of.map((each, other) => (other === place ? changed : each)),
    });
    return [
      { how: `without (${printCondition(part)})`, when: { op, of: others } },
      { how: `with not (${printCondition(part)})`, when: instead({ op: "not", of: part }) },
      ...changedConditions(part).map(({ how, when }) => ({ how, when: instead(when) })),
    ];
  });
}

/** Whether nothing is decided otherwise, nor by another rule: a part of a condition said what no facts contradict. */
function isSilent<F extends Facts, V>(
  points: readonly F[],
  before: readonly (string | null)[],
  mutant: RuleBook<F, V>,
): boolean {
  return points.every((facts, place) => {
    const now = spoken(mutant, facts);
    return now !== null && now === before[place];
  });
}

/** Which rules decide and which give way, by name; null where none or several different ones do. */
function spoken<F extends Facts, V>(book: RuleBook<F, V>, facts: F): string | null {
  try {
    const { determining, overridden } = decide(book, facts);
    return [...determining, null, ...overridden]
      .map((rule) => rule && `${idOf(rule)} ${JSON.stringify(rule.gives)}`)
      .join();
  } catch {
    return null;
  }
}

/** Whether a fault or a breach shows on any point; those at which the rule speaks are asked first, as they show most. */
function isNoticedAt<F extends Facts, V>(
  points: readonly F[],
  { bound }: RuleBook<F, V>,
  { rule, book }: Mutant<F, V>,
  laws: readonly Law<F, V>[],
  terms: TermsVersion,
): boolean {
  const applies = bound.find((original) => original.rule === rule)?.applies ?? (() => true);
  const [speaking, silent] = [points.filter(applies), points.filter((facts) => !applies(facts))];
  return (
    [...speaking, ...silent].some((facts) => shows(facts, book, laws, terms)) || examineBook(book).faults.length > 0
  );
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
