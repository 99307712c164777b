import type { ClauseId } from "./clause.ts";
import { type Facts, printCondition } from "./condition.ts";
import type { Decision } from "./decide.ts";
import { idOf, type Rule } from "./rule.ts";

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
  const ids = [...new Set(decision.overridden.map((rule) => rule.clause))];
  if (ids.length === 0) return "";
  return `This goes before ${ids.map((id) => `clause ${id} (${titleOf(id)})`).join(" and ")}.`;
}

/** Which rules decided on which facts, and which yielded. */
export function staffVoice<F extends Facts, V>(decision: Decision<F, V>): string {
  const decided = decision.determining.map((rule) => `${idOf(rule)}: ${printCondition(rule.when)}`).join("; ");
  const yielded = decision.overridden.map(idOf).join(", ");
  const facts = Object.entries(decision.facts).map(([name, value]) => `${name}=${value}`);
  return [`Decided by ${decided}.`, `Overridden: ${yielded || "none"}.`, `Facts: ${facts.join(", ") || "none"}.`].join(
    " ",
  );
}
