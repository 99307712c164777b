import { type GenerationSpec, newId, type QuoteView, refusalOf } from "@covenant/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useRef } from "react";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";

/**
 * Sends a generation and goes to its page. The request id is made once for a set of inputs and kept until it has
 * succeeded, so pressing twice, or again after a broken line, makes one generation.
 */
export function useGenerate() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const pending = useRef({ inputs: "", requestId: newId("request") });
  const request = useMutation(api.generations.request.mutationOptions());

  const generate = async (quote: QuoteView, spec: GenerationSpec): Promise<void> => {
    const inputs = JSON.stringify(spec);
    if (pending.current.inputs !== inputs) pending.current = { inputs, requestId: newId("request") };
    try {
      const { generationId } = await request.mutateAsync({
        requestId: pending.current.requestId,
        quoteId: quote.quoteId,
        spec,
      });
      pending.current = { inputs: "", requestId: newId("request") };
      void queryClient.invalidateQueries({ queryKey: api.members.me.queryKey() });
      await router.navigate({ href: paths.generation(generationId) });
    } catch (error) {
      if (refusalOf(error)?.code === "quote/expired") await queryClient.invalidateQueries({ queryKey: ["quote"] });
      throw error;
    }
  };
  return generate;
}
