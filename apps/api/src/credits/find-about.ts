import type { SqlRunner } from "@covenant/db";
import type { EntryDetail, MemberId, StatementEntry } from "@covenant/domain";

export type About = NonNullable<StatementEntry["about"]>;
type Caused = Pick<EntryDetail, "cause" | "orderId">;

/** A refund and a dispute are shown with their order, a case and its decision with their generation, a sanction on the record. */
const pagesQuery = `
  SELECT id AS cause, 'generation' AS noun, id FROM generation WHERE id = ANY($1::text[]) AND member_id = $2::text
  UNION ALL
  SELECT id, 'order', id FROM credit_order WHERE id = ANY($1::text[]) AND member_id = $2::text
  UNION ALL
  SELECT id, 'order', order_id FROM refund WHERE id = ANY($1::text[]) AND member_id = $2::text
  UNION ALL
  SELECT id, 'order', order_id FROM dispute WHERE id = ANY($1::text[]) AND member_id = $2::text
  UNION ALL
  SELECT id, 'sanction', id FROM sanction WHERE id = ANY($1::text[]) AND member_id = $2::text
  UNION ALL
  SELECT caused.id, 'generation', generation.id
  FROM (SELECT id, id AS case_id FROM review_case WHERE id = ANY($1::text[])
    UNION ALL SELECT id, case_id FROM decision WHERE id = ANY($1::text[])) AS caused
  JOIN review_case ON review_case.id = caused.case_id
  JOIN generation ON generation.id = review_case.generation_id AND generation.member_id = $2::text`;

/**
 * Finds which page of theirs tells a member about an entry: that of its cause, or of the order that brought its lot. A
 * generation that has reached the end of its retention has none.
 */
export async function findAbout(
  sql: SqlRunner,
  memberId: MemberId,
  entries: readonly Caused[],
): Promise<(entry: Caused) => About | null> {
  const causes = new Set(entries.map(sourceOf).filter((cause) => cause !== null));
  const rows = await sql.query<About & { cause: string }>(pagesQuery, [[...causes], memberId]);
  const pages = new Map(rows.map(({ cause, noun, id }) => [cause, { noun, id }]));
  return (entry) => pages.get(sourceOf(entry) ?? "") ?? null;
}

const sourceOf = ({ cause, orderId }: Caused) => cause ?? orderId;
