import type { ClauseId } from "./clause.ts";
import type { Facts } from "./condition.ts";
import type { Rule } from "./rule.ts";

/** The parts of a member's explanation that the rules do not know: what happened, what it costs, what to do. */
export type MemberWords = { readonly happened: string; readonly cost?: string; readonly next?: string };

/** The rules that decided, and those that gave way to them. */
type Spoken<F extends Facts, V> = {
  readonly determining: readonly Rule<F, V>[];
  readonly overridden: readonly Rule<F, V>[];
};

/** What happened, what the rules say ({@link rulesForMember}), what it costs, what to do. In that order. */
export function memberVoice({ happened, cost, next }: MemberWords, rules: string): string {
  let voice = happened === "" ? rules : `${happened} ${rules}`;
  if (cost) voice += ` ${cost}`;
  if (next) voice += ` ${next}`;
  return voice;
}

/** What the rules say, in which clause, and what gave way. */
export function rulesForMember<F extends Facts, V>(spoken: Spoken<F, V>, titleOf: (id: ClauseId) => string): string {
  return [...spoken.determining.map(sentenceOf), gaveWay(spoken, titleOf)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sentenceOf<F extends Facts, V>(rule: Rule<F, V>): string {
  const ids = [rule.clause, ...(rule.readWith ?? [])];
  return `${rule.says.replace(/\.$/, "")} (${ids.length > 1 ? "clauses" : "clause"} ${ids.join(", ")}).`;
}

/** Names the general rule an exception displaced, since a member may have read that one and not the exception. */
function gaveWay<F extends Facts, V>(
  { determining, overridden }: Spoken<F, V>,
  titleOf: (id: ClauseId) => string,
): string {
  const speaking = determining.map((rule) => rule.clause);
  const ids = [...new Set(overridden.map((rule) => rule.clause))].filter((id) => !speaking.includes(id));
  if (ids.length === 0) return "";
  return `This goes before ${ids.map((id) => `clause ${id} (${titleOf(id)})`).join(" and ")}.`;
}

/** What the terms say ({@link rulesForStaff}), and what was known. */
export function staffVoice(rules: string, told: readonly string[]): string {
  return `${rules} What was known: ${told.join(", ")}.`;
}

/** What the rules say, in which clause, and what they would say without the exception. */
export function rulesForStaff<F extends Facts, V>({ determining, overridden }: Spoken<F, V>): string {
  return [...determining.map(sentenceOf), ...otherwise(overridden)].join(" ");
}

function otherwise<F extends Facts, V>(overridden: readonly Rule<F, V>[]): string[] {
  const [first, ...rest] = overridden.map(sentenceOf);
  if (first === undefined) return [];
  return [`This is an exception. In general: ${[first, ...rest].join(" ")}`];
}
