import type { MemberActor, OrderId, OrderView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewOwnOrder } from "./view-own-order.ts";

/** Yields a member's order now and after each change, until the reader leaves. Looking at it settles nothing. */
export async function* watchOrder(
  { db, live }: Pick<Deps, "db" | "live">,
  { memberId }: MemberActor,
  id: OrderId,
  signal: AbortSignal | undefined,
): AsyncGenerator<OrderView> {
  for await (const _ of live.watch(id, signal ?? new AbortController().signal)) {
    yield await viewOwnOrder(db, memberId, id);
  }
}
