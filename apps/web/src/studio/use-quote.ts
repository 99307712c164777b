import type { MemberView, QuoteView } from "@covenant/domain";
import { useQuery } from "@tanstack/react-query";
import { queryClient } from "../api/query-client.ts";
import { api } from "../api/trpc.ts";

export type QuoteQuestion = { modelId: string; size?: string; count?: number };

const freshForMs = 8 * 60_000;

/** A fresh price for what is chosen; asked for anew before the last one runs out. Null until there is one. */
export function useQuote(
  member: MemberView | null,
  question: QuoteQuestion | null,
): { quote: QuoteView | null; error: unknown } {
  const { mutationFn } = api.generations.quote.mutationOptions();
  const query = useQuery({
    queryKey: ["quote", question, member?.wallet.available],
    enabled: member !== null && question !== null,
    staleTime: freshForMs,
    refetchInterval: freshForMs,
    queryFn: () => {
      if (question === null || mutationFn === undefined) throw new Error("nothing to price");
      return mutationFn(question, { client: queryClient, meta: undefined });
    },
  });
  return { quote: query.data ?? null, error: query.error };
}
