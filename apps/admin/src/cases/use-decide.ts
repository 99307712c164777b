import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/**
 * Gives an answer to a case. Whatever came of it, what it may have changed is read again before the promise ends: also
 * a refusal says that the page is out of date.
 */
export function useDecide() {
  const queryClient = useQueryClient();
  return useMutation(
    api.cases.decide.mutationOptions({
      onSettled: () =>
        Promise.all(
          [api.cases, api.overview, api.members, api.credits, api.acts].map((part) =>
            queryClient.invalidateQueries(part.pathFilter()),
          ),
        ),
    }),
  );
}
