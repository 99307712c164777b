import { type Condition, type Fact, type Facts, printCondition } from "../condition.ts";

/** A condition that is not quite the one a rule has, and how it differs, in words. */
type Changed<F extends Facts> = { readonly how: string; readonly when: Condition<F> };

/**
 * The condition with one mistake in it, so that the rule speaks more often or less: a part dropped or turned round, a threshold moved
 * by one, a listed value left out, another of those known added.
 */
export function changedConditions<F extends Facts>(condition: Condition<F>, known: KnownValues): Changed<F>[] {
  switch (condition.op) {
    case "always":
      return [];
    case "is":
      return otherValues(condition.values, known.get(condition.fact) ?? []).map((values) =>
        told({ ...condition, values }),
      );
    case "at-least": {
      const { least } = condition;
      return typeof least === "string" ? [] : [-1, 1].map((step) => told({ ...condition, least: least + step }));
    }
    case "not":
      return changedConditions(condition.of, known).map(({ when }) => told({ op: "not", of: when }));
    case "all":
    case "any":
      return condition.of.flatMap((part, place) => changedAt(condition, { part, place }, known));
  }
}

/** The part at one place dropped, turned round, or changed within. */
function changedAt<F extends Facts>(
  { op, of }: { readonly op: "all" | "any"; readonly of: readonly Condition<F>[] },
  { part, place }: { readonly part: Condition<F>; readonly place: number },
  known: KnownValues,
): Changed<F>[] {
  const instead = (changed: Condition<F>) => ({ op, of: of.map((each, other) => (other === place ? changed : each)) });
  return [
    { how: `without (${printCondition(part)})`, when: { op, of: of.filter((_, other) => other !== place) } },
    { how: `with not (${printCondition(part)})`, when: instead({ op: "not", of: part }) },
    ...changedConditions(part, known).map(({ how, when }) => ({ how, when: instead(when) })),
  ];
}

function told<F extends Facts>(when: Condition<F>): Changed<F> {
  return { how: `when ${printCondition(when)}`, when };
}

/** The values that each fact takes anywhere. */
export type KnownValues = ReadonlyMap<string, readonly Fact[]>;

/** The values that are known from a question's points. */
export function valuesIn<F extends Facts>(points: readonly F[]): KnownValues {
  const found = new Map<string, Set<Fact>>();
  for (const facts of points)
    for (const [name, value] of Object.entries(facts)) found.set(name, (found.get(name) ?? new Set()).add(value));
  return new Map([...found].map(([name, values]) => [name, [...values]]));
}

/** The list with one value left out, and with each other one added. */
function otherValues(listed: readonly Fact[], known: readonly Fact[]): (readonly Fact[])[] {
  const shorter = listed.length > 1 ? listed.map((_, place) => listed.filter((_, other) => other !== place)) : [];
  const longer = known.filter((value) => !listed.includes(value)).map((value) => [...listed, value]);
  return [...shorter, ...longer];
}
