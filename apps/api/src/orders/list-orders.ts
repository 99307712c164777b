import type { MemberActor, OrderId, OrderView, Page } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { withMoneyBack } from "./standing-of-order.ts";
import { viewOrder } from "./view-order.ts";

const rowsAPage = 20;

/** A member's orders, newest first. */
export async function listOrders(
  { db }: Pick<Deps, "db">,
  { memberId }: MemberActor,
  after: OrderId | undefined,
): Promise<Page<OrderView>> {
  const rows = await db.rows.order.findMany({
    where: { memberId, ...(after === undefined ? {} : { id: { lt: after } }) },
    include: withMoneyBack,
    orderBy: { id: "desc" },
    take: rowsAPage + 1,
  });
  const page = rows.slice(0, rowsAPage);
  return { rows: page.map(viewOrder), next: rows.length > rowsAPage ? (page.at(-1)?.id ?? null) : null };
}
