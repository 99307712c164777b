import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** Reads again what an answer to a case about an account touches, also when it was refused. */
export function useReadCaseAgain() {
  const queryClient = useQueryClient();
  const parts = [api.cases, api.conduct, api.sanctions, api.members, api.credits, api.overview, api.acts];
  return () => Promise.all(parts.map((part) => queryClient.invalidateQueries(part.pathFilter())));
}
