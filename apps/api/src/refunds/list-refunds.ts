import type { Database } from "@covenant/db";
import type { OrderId, RefundFile } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { nameStaff } from "../staff/name-staff.ts";
import { type RefundRow, viewRefund } from "./view-refund.ts";

/** Every refund of an order with who asked and who approved, the newest first; failed ones too. */
export async function listRefunds({ db }: Pick<Deps, "db">, orderId: OrderId): Promise<RefundFile[]> {
  const rows = await db.rows.refund.findMany({ where: { orderId }, orderBy: [{ askedAt: "desc" }, { id: "desc" }] });
  const people = rows.flatMap(({ staffId, approvedBy }) => [staffId, approvedBy]);
  const nameOf = await nameStaff(
    db,
    people.filter((id) => id !== null),
  );
  const proposedAt = await proposedAtOf(db, rows);
  return rows.map((row) => ({
    ...viewRefund(row),
    askedBy: row.staffId === null ? null : nameOf(row.staffId),
    approval:
      row.approvedBy === null ? null : { by: nameOf(row.approvedBy), proposedAt: proposedAt(row).toISOString() },
  }));
}

/** When each of those that a second person approved was proposed. A proposal and its refund are one request. */
async function proposedAtOf({ rows }: Pick<Database, "rows">, refunds: readonly RefundRow[]) {
  const requestIds = refunds.flatMap(({ approvedBy, requestId }) => (approvedBy === null ? [] : requestId));
  const proposals = await rows.proposal.findMany({ where: { requestId: { in: requestIds } } });
  const times = new Map(proposals.map(({ requestId, proposedAt }) => [requestId, proposedAt]));
  return ({ id, requestId }: RefundRow): Date => {
    const at = times.get(requestId);
    if (at === undefined) throw new Error(`${id} was approved and never proposed`);
    return at;
  };
}
