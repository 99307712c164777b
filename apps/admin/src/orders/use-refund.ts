import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/**
 * Gives an order's money back. Whatever came of it, what it may have changed is read again before the promise ends: also
 * a refusal says that the page, and the preview on it, are out of date.
 */
export function useRefund() {
  return useMutation(api.refunds.execute.mutationOptions({ onSettled: useReread() }));
}

/** Asks for a second person where one may not give so much alone. */
export function useRefundProposal() {
  return useMutation(api.refunds.propose.mutationOptions({ onSettled: useReread() }));
}

function useReread() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [api.orders, api.refunds, api.proposals, api.overview, api.credits, api.acts].map((part) =>
        queryClient.invalidateQueries(part.pathFilter()),
      ),
    );
}
