import type { SqlRunner } from "@covenant/db";
import { type Clock, duration, Refusal, type ReplayQuestion, type ReplayView } from "@covenant/domain";
import { findTerms, startReplay } from "@covenant/policy";
import { listStoredRulings } from "./list-stored-rulings.ts";

/**
 * What would a version of the terms have decided over the rulings of the last days? Reads them in pages and changes nothing.
 * Each ruling is taken by itself: what would have followed from another outcome is not played on.
 *
 * @throws Refusal "thing/not-found" for a version that the storefront does not have
 */
export async function replayTerms(
  { db, clock }: { db: SqlRunner; clock: Clock },
  { storefront, version, days }: ReplayQuestion,
): Promise<ReplayView> {
  const terms = findTerms(storefront, version);
  if (terms === null) throw new Refusal("thing/not-found", { thing: "version of the terms" });
  const since = new Date(clock.now().getTime() - duration.days(days));
  const replay = startReplay(terms);
  for await (const rulings of listStoredRulings(db, { storefront, since }))
    for (const each of rulings) replay.add(each);
  return viewOf(replay.report(), since);
}

function viewOf(report: ReturnType<ReturnType<typeof startReplay>["report"]>, since: Date): ReplayView {
  const { flips, notReplayed } = report;
  return {
    ...report,
    since: since.toISOString(),
    flips: flips.map(({ before, after, differs, examples, ...flip }) => ({
      ...flip,
      before: { ...before, clauses: [...before.clauses] },
      after: { ...after, clauses: [...after.clauses] },
      differs: [...differs],
      examples: [...examples],
    })),
    notReplayed: notReplayed.map(({ examples, ...kind }) => ({ ...kind, examples: [...examples] })),
  };
}
