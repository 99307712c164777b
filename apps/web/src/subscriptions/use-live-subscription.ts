import type { SubscriptionView } from "@covenant/domain";
import { skipToken, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { api } from "../api/trpc.ts";
import { useTakeOver } from "./use-take-over.ts";

/** The member's subscription as the server tells it, now and at each change; null where there never was one. */
export function useLiveSubscription(): UseQueryResult<SubscriptionView | null, unknown> {
  const takeOver = useTakeOver();
  const query = useQuery(api.subscriptions.mine.queryOptions());
  const id = query.data?.id;
  useSubscription(
    api.subscriptions.watch.subscriptionOptions(id === undefined ? skipToken : { subscriptionId: id }, {
      onData: takeOver,
    }),
  );
  return query;
}
