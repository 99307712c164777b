import {
  type AppealId,
  type AppealQuestionAsked,
  appealDecisionRequest,
  appealOutcomes,
  newId,
} from "@covenant/domain";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { skipToken, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

const answerForm = z.object({
  outcome: z.pipe(z.string(), z.enum(appealOutcomes, "Choose an answer.")),
  reasons: appealDecisionRequest.shape.reasons,
});

const blank: { outcome: string; reasons: string } = { outcome: "", reasons: "" };

/** What is asked before anybody has chosen: nothing. */
export type Asked = Pick<AppealQuestionAsked, "appealId"> & { outcome: AppealQuestionAsked["outcome"] | "" };

/** The query that previews an answer. One that is not fresh is refused when it is sent, so each look asks again. */
export function previewOf({ appealId, outcome }: Asked) {
  return api.appeals.preview.queryOptions(outcome === "" ? skipToken : { appealId, outcome }, { staleTime: 0 });
}

/** The form of an answer. It sends the digest of the preview that is on the screen. */
export function useAnswerForm(appealId: AppealId) {
  // Made once, so that a press that is sent twice is one answer.
  const [requestId] = useState(() => newId("request"));
  const queryClient = useQueryClient();
  const touched = [api.appeals, api.cases, api.sanctions, api.members, api.credits, api.overview, api.acts];
  const decide = useMutation(
    api.appeals.decide.mutationOptions({
      onSettled: () => Promise.all(touched.map((part) => queryClient.invalidateQueries(part.pathFilter()))),
    }),
  );
  return useFormShell({
    defaultValues: blank,
    schema: answerForm,
    explainFailure: presentFailure,
    onSubmit: async ({ outcome, reasons }) => {
      const plan = queryClient.getQueryData(previewOf({ appealId, outcome }).queryKey);
      if (plan === undefined) return;
      await decide.mutateAsync({ requestId, appealId, outcome, digest: plan.digest, reasons });
      showToast({ tone: "ok", title: "The answer is given", detail: plan.effects.join(" ") });
    },
  });
}
