/** One thing a rule may look at. */
export type Fact = string | number | boolean | null;
/** The facts of one question, by name. */
export type Facts = Readonly<Record<string, Fact>>;

type Name<F extends Facts> = keyof F & string;
type NumberName<F extends Facts> = { [K in Name<F>]: F[K] extends number ? K : never }[Name<F>];

/** When a rule speaks, as data: it can be evaluated, printed and enumerated, and holds no code. */
export type Condition<F extends Facts> =
  | { readonly op: "always" }
  | { readonly op: "is"; readonly fact: Name<F>; readonly values: readonly Fact[] }
  | { readonly op: "at-least"; readonly fact: Name<F>; readonly least: number | Name<F> }
  | { readonly op: "all" | "any"; readonly of: readonly Condition<F>[] }
  | { readonly op: "not"; readonly of: Condition<F> };

/** The words conditions over `F` are written in: `is("reason", "delivered")`, `atLeast("age", 18)`, `all(…)`. */
export function conditionsOn<F extends Facts>() {
  const always: Condition<F> = { op: "always" };
  return {
    always,
    /** The fact has one of the values. */
    is: <K extends Name<F>>(fact: K, ...values: readonly [F[K], ...F[K][]]): Condition<F> => ({
      op: "is",
      fact,
      values,
    }),
    /** The fact reaches a number, or the number another fact holds. */
    atLeast: (fact: NumberName<F>, least: number | NumberName<F>): Condition<F> => ({ op: "at-least", fact, least }),
    all: (...of: readonly Condition<F>[]): Condition<F> => ({ op: "all", of }),
    any: (...of: readonly Condition<F>[]): Condition<F> => ({ op: "any", of }),
    not: (of: Condition<F>): Condition<F> => ({ op: "not", of }),
  };
}

/**
 * The condition made ready to be asked often: whether it holds on some facts. What is returned throws a `TypeError` where a
 * number is compared with none.
 */
export function predicateOf<F extends Facts>(condition: Condition<F>): Predicate<F> {
  switch (condition.op) {
    case "always":
      return () => true;
    case "is":
      return isOneOf(condition.fact, condition.values);
    case "at-least": {
      const { fact, least } = condition;
      return (facts) => numberOf(facts, fact) >= numberOf(facts, least);
    }
    case "all":
      return everyOf(condition.of.map(predicateOf));
    case "any":
      return someOf(condition.of.map(predicateOf));
    case "not": {
      const part = predicateOf(condition.of);
      return (facts) => !part(facts);
    }
  }
}

export type Predicate<F> = (facts: F) => boolean;

/** Two parts are the common case, and asked without a loop. */
function everyOf<F>(parts: readonly Predicate<F>[]): Predicate<F> {
  const [first, second, ...more] = parts;
  if (!first) return () => true;
  if (!second) return first;
  if (more.length === 0) return (facts) => first(facts) && second(facts);
  return (facts) => {
    for (const part of parts) if (!part(facts)) return false;
    return true;
  };
}

function someOf<F>(parts: readonly Predicate<F>[]): Predicate<F> {
  const [first, second, ...more] = parts;
  if (!first) return () => false;
  if (!second) return first;
  if (more.length === 0) return (facts) => first(facts) || second(facts);
  return (facts) => {
    for (const part of parts) if (part(facts)) return true;
    return false;
  };
}

function isOneOf<F extends Facts>(fact: Name<F>, values: readonly Fact[]): Predicate<F> {
  const [only] = values;
  if (values.length === 1) return (facts) => facts[fact] === only;
  return (facts) => values.includes(facts[fact] ?? null);
}

function numberOf(facts: Facts, term: number | string): number {
  const value = typeof term === "number" ? term : facts[term];
  if (typeof value !== "number") throw new TypeError(`the fact ${term} is not a number: ${value}`);
  return value;
}

/** The condition in words, for the coverage table: `reason is delivered and age is at least 18`. */
export function printCondition<F extends Facts>(condition: Condition<F>): string {
  switch (condition.op) {
    case "always":
      return "always";
    case "is":
      return `${condition.fact} is ${condition.values.join(" or ")}`;
    case "at-least":
      return `${condition.fact} is at least ${condition.least}`;
    case "all":
      return condition.of.map(printPart).join(" and ");
    case "any":
      return condition.of.map(printPart).join(" or ");
    case "not":
      return `not ${printPart(condition.of)}`;
  }
}

function printPart<F extends Facts>(part: Condition<F>): string {
  return part.op === "always" ? "always" : `(${printCondition(part)})`;
}

/** The names of the facts a condition reads. */
export function factsRead<F extends Facts>(condition: Condition<F>): ReadonlySet<Name<F>> {
  switch (condition.op) {
    case "always":
      return new Set();
    case "is":
      return new Set([condition.fact]);
    case "at-least":
      return new Set(typeof condition.least === "string" ? [condition.fact, condition.least] : [condition.fact]);
    case "all":
    case "any":
      return new Set(condition.of.flatMap((part) => [...factsRead(part)]));
    case "not":
      return factsRead(condition.of);
  }
}
