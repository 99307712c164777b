import { type CaseId, conductFindings, dangers, newId, noteSchema } from "@covenant/domain";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { useReadCaseAgain } from "./use-read-case-again.ts";
import { previewOf } from "./use-sanction-plan.ts";

const sanctionForm = z.object({
  finding: z.pipe(z.string(), z.enum(conductFindings, "Choose what you find.")),
  danger: z.pipe(z.string(), z.enum(["", ...dangers])),
  note: noteSchema("Say why: the reason is kept with the decision."),
});

const blank: { finding: string; danger: string; note: string } = { finding: "", danger: "", note: "" };

/** The form of a decision about an account. It sends the digest of the preview that is on the screen. */
export function useSanctionForm(caseId: CaseId) {
  // Made once, so that a press that is sent twice is one decision.
  const [requestId] = useState(() => newId("request"));
  const queryClient = useQueryClient();
  const confirm = useMutation(api.conduct.confirm.mutationOptions({ onSettled: useReadCaseAgain() }));
  return useFormShell({
    defaultValues: blank,
    schema: sanctionForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note, finding, danger }) => {
      const asked = { caseId, finding, danger: danger === "" ? null : danger };
      const plan = queryClient.getQueryData(previewOf(asked).queryKey);
      if (plan === undefined) return;
      await confirm.mutateAsync({ requestId, ...asked, digest: plan.digest, note });
      showToast({ tone: "ok", title: "The decision is carried out", detail: plan.effects.join(" ") });
    },
  });
}
