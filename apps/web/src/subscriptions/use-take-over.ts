import type { SubscriptionView } from "@covenant/domain";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Puts a subscription that the server has told in place of the one that is shown, and asks again for what hangs on it. */
export function useTakeOver(): (subscription: SubscriptionView) => void {
  const queryClient = useQueryClient();
  return (subscription) => {
    queryClient.setQueryData(api.subscriptions.mine.queryKey(), subscription);
    for (const part of [api.members, api.credits]) void queryClient.invalidateQueries(part.pathFilter());
  };
}
