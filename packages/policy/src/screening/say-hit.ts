import { categoryLabels } from "@covenant/domain";
import type { Hit, TermPlace } from "./screen-prompt.ts";

/** A hit in a sentence for staff: what, how surely, and where. It repeats neither the prompt nor the term. */
export function sayHit({ category, score, terms }: Hit): string {
  return `Our screening found ${categoryLabels[category]} (${score.toFixed(2)}): ${terms.map(sayPlace).join(" with ")}.`;
}

function sayPlace({ list, group, term, start, end }: TermPlace): string {
  return `characters ${start + 1} to ${end}, ${group} ${term + 1} of the list ${list}`;
}
