import type { ClauseId } from "./clause.ts";
import type { Facts } from "./condition.ts";
import type { Decision } from "./decide.ts";
import type { Rule } from "./rule.ts";

/** The parts of a member's explanation that the rules do not know: what happened, what it costs, what to do. */
export type MemberWords = { readonly happened: string; readonly cost?: string; readonly next?: string };

/** What happened, what the rules say and in which clause, what gave way, what it costs, what to do. In that order. */
export function memberVoice<F extends Facts, V>(
  decision: Decision<F, V>,
  words: MemberWords,
  titleOf: (id: ClauseId) => string,
): string {
  return [
    words.happened,
    ...decision.determining.map(sentenceOf),
    gaveWay(decision, titleOf),
    words.cost ?? "",
    words.next ?? "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sentenceOf<F extends Facts, V>(rule: Rule<F, V>): string {
  const ids = [rule.clause, ...(rule.readWith ?? [])];
  return `${rule.says.replace(/\.$/, "")} (${ids.length > 1 ? "clauses" : "clause"} ${ids.join(", ")}).`;
}

/** Names the general rule an exception displaced, since a member may have read that one and not the exception. */
function gaveWay<F extends Facts, V>(decision: Decision<F, V>, titleOf: (id: ClauseId) => string): string {
  const speaking = decision.determining.map((rule) => rule.clause);
  const ids = [...new Set(decision.overridden.map((rule) => rule.clause))].filter((id) => !speaking.includes(id));
  if (ids.length === 0) return "";
  return `This goes before ${ids.map((id) => `clause ${id} (${titleOf(id)})`).join(" and ")}.`;
}

/** What the terms say and in which clause, what they would say without the exception, and what was known. */
export function staffVoice<F extends Facts, V>({ family, facts, determining, overridden }: Decision<F, V>): string {
  const told = family.tell(facts).join(", ");
  return [...determining.map(sentenceOf), ...otherwise(overridden), `What was known: ${told}.`].join(" ");
}

function otherwise<F extends Facts, V>(overridden: readonly Rule<F, V>[]): string[] {
  const [first, ...rest] = overridden.map(sentenceOf);
  if (first === undefined) return [];
  return [`This is an exception. In general: ${[first, ...rest].join(" ")}`];
}
