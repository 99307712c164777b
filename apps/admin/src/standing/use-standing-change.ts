import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Reads again what a change of a member's standing touches, also when it was refused. */
export function useReadAgain() {
  const queryClient = useQueryClient();
  const parts = [api.sanctions, api.conduct, api.cases, api.members, api.credits, api.overview, api.acts];
  return () => Promise.all(parts.map((part) => queryClient.invalidateQueries(part.pathFilter())));
}
