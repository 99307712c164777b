import type { Found } from "./find-terms.ts";
import type { Group } from "./word-lists.ts";

type Context = { readonly said: Group; readonly spares: readonly Group[] };

/**
 * What a prompt is about may spare a doubt, and nothing that is sure: the nude of a painter it names, what a leaflet of a clinic shows, what
 * happens on a stage, or what a poster warns of. It never spares what concerns a child or somebody's likeness.
 */
const contexts: readonly Context[] = [
  { said: "art", spares: ["sexual", "violence"] },
  { said: "medicine", spares: ["sexual", "violence"] },
  { said: "story", spares: ["violence", "profanity"] },
  { said: "warning", spares: ["deepfake", "illegal", "hate", "infringement"] },
];
/** From here on a hit is sure. */
const sureScore = 0.8;
/** Words lie in rows of so many; what is said in a row spares that row and those beside it. */
const row = 16;

type Placed = { readonly at: number; readonly score: number };

/** Says of what was found in a category whether its context spares it. */
export function spareBy(found: readonly Found[]): (category: Group, placed: Placed) => boolean {
  const said = contexts.map((context) => ({
    ...context,
    rows: new Set(found.filter(({ group }) => group === context.said).map(({ at }) => Math.floor(at / row))),
  }));
  if (said.every(({ rows }) => rows.size === 0)) return () => false;
  return (category, { at, score }) =>
    said.some(({ rows, spares }) => {
      const own = Math.floor(at / row);
      return spares.includes(category) && score < sureScore && [own - 1, own, own + 1].some((each) => rows.has(each));
    });
}
