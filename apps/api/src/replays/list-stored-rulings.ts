import type { SqlRunner } from "@covenant/db";
import { duration, type StorefrontId } from "@covenant/domain";
import type { StoredRuling } from "@covenant/policy";

const rowsAPage = 1000;

/**
 * A storefront's rulings since an instant, oldest first, page by page: ids sort by time, so each page goes on behind the
 * last id. A generation that was erased since has no cost any more.
 */
export async function* listStoredRulings(
  db: SqlRunner,
  { storefront, since }: { storefront: StorefrontId; since: Date },
): AsyncGenerator<readonly StoredRuling[]> {
  for (let after = idBefore(since); ; ) {
    const rows = await db.query<StoredRuling>(
      `SELECT r.id, r.storefront, r.question, r.terms_version AS "termsVersion", r.facts, r.answer,
              r.member_id AS "memberId", r.generation_id AS "generationId", g.credits AS cost
         FROM ruling r LEFT JOIN generation g ON g.id = r.generation_id
        WHERE r.storefront = $1 AND r.at >= $2 AND r.id > $3
        ORDER BY r.id LIMIT $4`,
      [storefront, since, after, rowsAPage],
    );
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAPage) return;
    after = last.id;
  }
}

/** An id older than every ruling of this instant (RFC 9562, version 7), with an hour to spare for clocks that differ. */
function idBefore(at: Date): string {
  return `rul_${Math.max(0, at.getTime() - duration.hours(1))
    .toString(16)
    .padStart(12, "0")}`;
}
