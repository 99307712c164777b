import { type MemberActor, type OrderId, type Page, Refusal, type StatementEntry } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { listOrderEntries } from "./explore-ledger.ts";
import { findAbout } from "./find-about.ts";

const entriesAPage = 20;

/**
 * What became of the credits of a member's order, newest first: every hold, charge and refund of them, with what each
 * was for.
 * @throws Refusal "thing/not-found", also where the order is another's.
 */
export async function listOwnOrderEntries(
  { db }: Pick<Deps, "db">,
  { memberId }: MemberActor,
  { orderId, cursor }: { orderId: OrderId; cursor?: string | undefined },
): Promise<Page<StatementEntry>> {
  if ((await db.rows.order.count({ where: { id: orderId, memberId } })) === 0)
    throw new Refusal("thing/not-found", { thing: "order" });
  const page = await listOrderEntries({ db }, { orderId, after: cursor, limit: entriesAPage });
  const about = await findAbout(db, memberId, page.rows);
  return { rows: page.rows.map((entry) => ({ ...entry, about: about(entry) })), next: page.next };
}
