import { type Condition, type Fact, type Facts, factsRead, predicateOf } from "./condition.ts";

/** Rules as bits of one number: so many fit into one book. */
export const mostRules = 31;

/**
 * Which rules of a book can hold, fact by fact: each fact is read once, and its value says which rules allow it. What does
 * not come apart into single facts (one of several, a comparison of two) is asked as it is written.
 */
export type RuleIndex<F extends Facts> = {
  readonly all: number;
  readonly tables: readonly {
    readonly fact: keyof F & string;
    /** The rules that allow a value, for each value that a rule names. */
    readonly allowing: ReadonlyMap<Fact, number>;
    /** The rules that allow any other value. */
    readonly otherwise: number;
  }[];
  readonly asked: readonly { readonly bit: number; readonly applies: (facts: F) => boolean }[];
  /** The facts that only those read. */
  readonly alsoRead: readonly (keyof F & string)[];
};

/** A fact that the rules read is unknown. To decide all the same would be to guess. */
export class UnknownFact extends Error {
  constructor(fact: string) {
    super(`the fact ${fact} is unknown`);
    this.name = "UnknownFact";
  }
}

/**
 * The rules that hold on some facts, as the sum of their bits: the first rule is 1, the second 2, the third 4. Throws
 * {@link UnknownFact} where a fact that a rule reads is absent.
 */
export function holdingOn<F extends Facts>({ all, tables, asked, alsoRead }: RuleIndex<F>, facts: F): number {
  let holding = all;
  for (const { fact, allowing, otherwise } of tables) {
    const value: Fact | undefined = facts[fact];
    if (value === undefined) throw new UnknownFact(fact);
    holding &= allowing.get(value) ?? otherwise;
  }
  for (const fact of alsoRead) if (facts[fact] === undefined) throw new UnknownFact(fact);
  for (const { bit, applies } of asked) if ((holding & bit) !== 0 && !applies(facts)) holding &= ~bit;
  return holding;
}

/** Sorts conditions, in the order of their rules, into what single facts decide and what has to be asked. */
export function indexRules<F extends Facts>(conditions: readonly Condition<F>[]): RuleIndex<F> {
  const parts = conditions.map(conjunctsOf);
  const single = parts.map((conjuncts) => conjuncts.flatMap((part) => onOneFact(part) ?? []));
  const facts = [...new Set(single.flat().map(({ fact }) => fact))];
  return {
    all: bitsOf(conditions.map(() => true)),
    tables: facts.map((fact) => {
      const onFact = single.map((tests) => tests.filter((test) => test.fact === fact));
      const named = new Set(onFact.flat().flatMap(({ values }) => values));
      const allowedBy = (value: Fact | typeof unnamed) => bitsOf(onFact.map((tests) => tests.every(accepts(value))));
      return {
        fact,
        allowing: new Map([...named].map((value) => [value, allowedBy(value)])),
        otherwise: allowedBy(unnamed),
      };
    }),
    asked: parts.flatMap((conjuncts, place) => {
      const left = conjuncts.filter((part) => onOneFact(part) === null);
      return left.length === 0 ? [] : [{ bit: 1 << place, applies: predicateOf<F>({ op: "all", of: left }) }];
    }),
    alsoRead: [...new Set(conditions.flatMap((condition) => [...factsRead(condition)]))].filter(
      (fact) => !facts.includes(fact),
    ),
  };
}

/** A value that no rule names. */
const unnamed = Symbol("unnamed");

/** A fact has one of the values, or has none of them. */
type Test<F extends Facts> = {
  readonly fact: keyof F & string;
  readonly values: readonly Fact[];
  readonly isMeant: boolean;
};

/** The parts that all have to hold. */
function conjunctsOf<F extends Facts>(condition: Condition<F>): readonly Condition<F>[] {
  if (condition.op === "always") return [];
  return condition.op === "all" ? condition.of.flatMap(conjunctsOf) : [condition];
}

/** A part that looks at one fact alone; null for any other. */
function onOneFact<F extends Facts>(part: Condition<F>): Test<F> | null {
  if (part.op === "is") return { fact: part.fact, values: part.values, isMeant: true };
  if (part.op !== "not" || part.of.op !== "is") return null;
  return { fact: part.of.fact, values: part.of.values, isMeant: false };
}

function accepts<F extends Facts>(value: Fact | typeof unnamed): (test: Test<F>) => boolean {
  return ({ values, isMeant }) => (typeof value !== "symbol" && values.includes(value)) === isMeant;
}

function bitsOf(isSet: readonly boolean[]): number {
  return isSet.reduce((bits, set, place) => (set ? bits | (1 << place) : bits), 0);
}
