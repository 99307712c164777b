import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Closes a case about money, and reads again what that may have changed, also when it was refused. */
export function useClose() {
  const queryClient = useQueryClient();
  return useMutation(
    api.cases.close.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.cases, api.overview, api.orders, api.acts].map((part) =>
            queryClient.invalidateQueries(part.pathFilter()),
          ),
        ),
    }),
  );
}
