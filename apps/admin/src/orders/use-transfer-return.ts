import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Undoes the refund whose transfer came back, and reads again what that changed. */
export function useTransferReturn() {
  const queryClient = useQueryClient();
  return useMutation(
    api.refunds.returnTransfer.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.orders, api.refunds, api.credits, api.acts].map((part) =>
            queryClient.invalidateQueries(part.pathFilter()),
          ),
        ),
    }),
  );
}
