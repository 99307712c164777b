import {
  type GenerationId,
  type GenerationSpec,
  newId,
  type QuoteView,
  type RequestId,
  refusalOf,
} from "@covenant/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useRef } from "react";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";

/**
 * Sends one generation or a batch and goes to its page, or to the history. The request id is made once for a set of inputs and
 * kept until all have succeeded, so pressing twice, or again after a broken line, makes each generation once.
 */
export function useGenerate() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const pending = useRef(new Map<string, RequestId>());
  const request = useMutation(api.generations.request.mutationOptions());

  const idOf = (spec: GenerationSpec): RequestId => {
    const inputs = JSON.stringify(spec);
    const requestId = pending.current.get(inputs) ?? newId("request");
    pending.current.set(inputs, requestId);
    return requestId;
  };
  const generate = async (
    quote: QuoteView,
    specs: readonly GenerationSpec[],
    onRequested?: (spec: GenerationSpec) => void,
  ) => {
    const made: GenerationId[] = [];
    try {
      for (const spec of specs) {
        const asked = { requestId: idOf(spec), quoteId: quote.quoteId, spec };
        made.push((await request.mutateAsync(asked)).generationId);
        onRequested?.(spec);
      }
    } catch (error) {
      if (refusalOf(error)?.code === "quote/expired") await queryClient.invalidateQueries({ queryKey: ["quote"] });
      throw error;
    } finally {
      void queryClient.invalidateQueries({ queryKey: api.members.me.queryKey() });
    }
    pending.current.clear();
    const [only, ...others] = made;
    await router.navigate({ href: only === undefined || others.length > 0 ? paths.history : paths.generation(only) });
  };
  return generate;
}
