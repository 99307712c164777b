import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/**
 * Gives an order's money back. Whatever came of it, what it may have changed is read again before the promise ends: also
 * a refusal says that the page, and the preview on it, are out of date.
 */
export function useRefund() {
  const queryClient = useQueryClient();
  return useMutation(
    api.refunds.execute.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.orders, api.refunds, api.credits, api.acts].map((part) =>
            queryClient.invalidateQueries(part.pathFilter()),
          ),
        ),
    }),
  );
}
