import type { Database, Tx } from "@covenant/db";
import type { MemberId, RequestId } from "@covenant/domain";

/** The generation an earlier sending of the same request made. */
export function findByRequest(db: Pick<Database, "rows"> | Tx, memberId: MemberId, requestId: RequestId) {
  return db.rows.generation.findUnique({ where: { memberId_requestId: { memberId, requestId } } });
}
