import type { ClauseId } from "./clause.ts";
import { type Facts, factsRead } from "./condition.ts";
import { type Decision, decide } from "./decide.ts";
import type { Rule, RuleBook } from "./rule.ts";

/** Facts of which some are unknown: an unknown one is absent, or `undefined`. */
export type KnownFacts<F extends Facts> = { readonly [K in keyof F]?: F[K] | undefined };

/** What cannot be said yet: the facts that could change the answer, and the clauses on account of which they are asked. */
export type Needs<F extends Facts> = {
  readonly kind: "needs";
  readonly missing: readonly (keyof F & string)[];
  readonly because: readonly ClauseId[];
};

export type Answer<F extends Facts, V> = { readonly kind: "decided"; readonly decision: Decision<F, V> } | Needs<F>;

/**
 * Decides on what is known. Where every way in which the unknown facts can turn out gives one verdict, that is the answer;
 * where not, the answer names the facts that it hangs on. It tries every completion that the family's points allow, so it
 * is exact and never a guess, and takes as long as there are completions: it is for intake, not for every request.
 *
 * `couldBe` leaves out what is unknown and cannot be all the same. Throws what {@link decide} throws, and a `RangeError` for
 * known facts that never meet.
 */
export function answer<F extends Facts, V>(
  book: RuleBook<F, V>,
  known: KnownFacts<NoInfer<F>>,
  couldBe: (facts: NoInfer<F>) => boolean = () => true,
): Answer<F, V> {
  const unknown = unknownOf(book, known);
  const tried = completionsOf(book, known, unknown)
    .filter(couldBe)
    .map((facts) => decide(book, facts));
  const [first] = tried;
  if (!first) throw new RangeError(`${book.family.name}: these facts never meet: ${JSON.stringify(known)}`);
  const wordOf = wording<V>();
  const isOne = tried.every(({ verdict }) => wordOf(verdict) === wordOf(first.verdict));
  if (isOne) return { kind: "decided", decision: inCommon(tried, first) };
  const deciding = unknown.filter((fact) => changesWith(fact, unknown, tried, wordOf));
  // Facts that only ever change together decide together.
  const missing = deciding.length > 0 ? deciding : unknown;
  return { kind: "needs", missing, because: clausesAsking(missing, tried) };
}

/** The facts a family has and nobody knows. */
function unknownOf<F extends Facts, V>({ family }: RuleBook<F, V>, known: KnownFacts<F>): (keyof F & string)[] {
  const [point] = family.points();
  return namesOf(point ?? {}).filter((name): name is keyof F & string => known[name] === undefined);
}

function namesOf(facts: Facts): string[] {
  return Object.keys(facts);
}

/**
 * The known facts with the unknown ones as each point has them that agrees with what is known. A known number agrees with
 * every point: the points stand one each side of every number that a clause names, and it may lie between.
 */
function completionsOf<F extends Facts, V>(
  { family }: RuleBook<F, V>,
  known: KnownFacts<F>,
  unknown: readonly (keyof F & string)[],
): F[] {
  const agrees = (point: F) =>
    Object.entries(point).every(
      ([name, value]) => known[name] === undefined || known[name] === value || typeof value === "number",
    );
  const completed = family
    .points()
    .filter(agrees)
    .map((point) => ({ ...point, ...present(known) }));
  return [...new Map(completed.map((facts) => [keyOf(facts, unknown), facts])).values()];
}

/** The facts that are known, without those that are there as `undefined`. */
function present<F extends Facts>(known: KnownFacts<F>): Partial<F> {
  const left = { ...known };
  for (const name in left) if (left[name] === undefined) delete left[name];
  return left;
}

function keyOf<F extends Facts>(facts: F, names: readonly (keyof F & string)[]): string {
  return JSON.stringify(names.map((name) => facts[name]));
}

/** Verdicts as text, each worked out once. */
function wording<V>(): (verdict: V) => string {
  const words = new Map<V, string>();
  return (verdict) => {
    const known = words.get(verdict) ?? JSON.stringify(verdict);
    words.set(verdict, known);
    return known;
  };
}

/** Whether two completions that differ in this fact alone differ in their verdict. */
function changesWith<F extends Facts, V>(
  fact: keyof F & string,
  unknown: readonly (keyof F & string)[],
  tried: readonly Decision<F, V>[],
  wordOf: (verdict: V) => string,
): boolean {
  const others = unknown.filter((name) => name !== fact);
  const verdicts = new Map<string, string>();
  return tried.some(({ facts, verdict }) => {
    const key = keyOf(facts, others);
    const neighbour = verdicts.get(key) ?? wordOf(verdict);
    verdicts.set(key, neighbour);
    return neighbour !== wordOf(verdict);
  });
}

/** The clauses of the rules that decide somewhere and look at a missing fact. */
function clausesAsking<F extends Facts, V>(missing: readonly string[], tried: readonly Decision<F, V>[]): ClauseId[] {
  const asks = ({ when }: Rule<F, V>) => [...factsRead(when)].some((fact) => missing.includes(fact));
  const deciding = [...new Set(tried.flatMap(({ determining }) => determining))].filter(asks);
  return [...new Set(deciding.map(({ clause }) => clause))];
}

/**
 * What all completions share, as one decision: the rules that decide in each (where none does, all that decide in some),
 * what gave way in each, and of the facts only what is known.
 */
function inCommon<F extends Facts, V>(tried: readonly Decision<F, V>[], first: Decision<F, V>): Decision<F, V> {
  const determining = first.determining.filter((rule) => tried.every((other) => other.determining.includes(rule)));
  const told = first.family
    .tell(first.facts)
    .filter((part) => tried.every(({ family, facts }) => family.tell(facts).includes(part)));
  return {
    ...first,
    family: { ...first.family, tell: () => told },
    determining: determining.length > 0 ? determining : [...new Set(tried.flatMap((each) => each.determining))],
    overridden: first.overridden.filter((rule) => tried.every((other) => other.overridden.includes(rule))),
  };
}
