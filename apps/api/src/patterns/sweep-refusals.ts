import type { MemberId, StorefrontId } from "@covenant/domain";
import { patternMeasure } from "@covenant/policy";
import { lockConductOf } from "../cases/open-account-case.ts";
import type { Deps } from "../deps.ts";
import { notePattern } from "./note-pattern.ts";

type Refused = { memberId: MemberId; storefront: StorefrontId; count: number };

/** A window that a decided case was about is not counted again. */
const refusedQuery = `
  SELECT m.id AS "memberId", m.storefront, w.count FROM rate_window w
  JOIN member m ON m.id = substr(w.key, 9) AND m.closed_at IS NULL
  WHERE w.key LIKE 'refused:mem\\_%' AND w.count >= $1::int AND w.window_start > now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM review_case c WHERE c.member_id = m.id AND c.kind = 'account'
      AND c.facts ->> 'conduct' = 'evasion' AND c.decided_at > w.window_start)
  ORDER BY w.key LIMIT 100`;
/** Far below what any clause names: it keeps ordinary windows out of the reading, and the ruling decides. */
const worthLooking = 50;

/** Looks at members whom limits refused again and again: a pattern opens a case about evasion, once, or adds to it. */
export async function sweepRefusals({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const at = clock.now();
  const refused = await db.query<Refused>(refusedQuery, [worthLooking]);
  const patterns = refused.filter(
    ({ storefront, count }) => count >= patternMeasure(storefront, at, "refused").atLeast,
  );
  for (const { memberId, storefront, count } of patterns) {
    await db.transaction(async (tx) => {
      await lockConductOf(tx, memberId);
      await notePattern(tx, { storefront, memberId, at }, { source: "refused", count });
    });
  }
  return patterns.length;
}
