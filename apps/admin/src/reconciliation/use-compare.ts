import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Has a day compared, and reads the days again. */
export function useCompare() {
  const queryClient = useQueryClient();
  return useMutation(
    api.reconciliation.compare.mutationOptions({
      onSettled: () =>
        Promise.all([api.reconciliation, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter()))),
    }),
  );
}
