import type { MemberActor, SubscriptionId, SubscriptionView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { getOwn } from "./subscription-store.ts";
import { viewSubscription } from "./view-subscription.ts";

/** Yields a member's subscription now and after each change, until the reader leaves. Looking at it settles nothing. */
export async function* watchSubscription(
  { db, live }: Pick<Deps, "db" | "live">,
  { memberId }: MemberActor,
  id: SubscriptionId,
  signal: AbortSignal | undefined,
): AsyncGenerator<SubscriptionView> {
  for await (const _ of live.watch(id, signal ?? new AbortController().signal)) {
    yield viewSubscription(await getOwn(db, memberId, id));
  }
}
