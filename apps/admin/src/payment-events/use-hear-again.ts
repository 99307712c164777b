import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Hears an event again, and reads again whatever that may have changed, also when it was refused. */
export function useHearAgain() {
  const queryClient = useQueryClient();
  return useMutation(
    api.paymentEvents.hearAgain.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.paymentEvents, api.orders, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter())),
        ),
    }),
  );
}
