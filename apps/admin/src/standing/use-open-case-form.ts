import { civilDate, conductKinds, type MemberId, newId, noteSchema } from "@covenant/domain";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useReadAgain } from "./use-standing-change.ts";

const noDay = z.literal("");
const openForm = z.object({
  conduct: z.pipe(z.string(), z.enum(conductKinds, "Choose what it is about.")),
  seen: noteSchema("Say what was seen."),
  occurredOn: civilDate,
  permittedFrom: z.union([noDay, civilDate], "A day such as 2026-05-31, or nothing."),
  permittedUntil: z.union([noDay, civilDate], "A day such as 2026-05-31, or nothing."),
});

const today = () => new Date().toISOString().slice(0, 10);

/** The form that opens a case about an account, and leads to the case. */
export function useOpenCaseForm(memberId: MemberId) {
  // Made once, so that a press that is sent twice is one case.
  const [requestId] = useState(() => newId("request"));
  const router = useRouter();
  const onSettled = useReadAgain();
  const open = useMutation(api.conduct.open.mutationOptions({ onSettled }));
  return useFormShell({
    defaultValues: { conduct: "" as string, seen: "", occurredOn: today(), permittedFrom: "", permittedUntil: "" },
    schema: openForm,
    explainFailure: presentFailure,
    onSubmit: async ({ permittedFrom, permittedUntil, ...seen }) => {
      const until = permittedUntil === "" ? null : permittedUntil;
      const permission = permittedFrom === "" ? null : { from: permittedFrom, until };
      const { caseId } = await open.mutateAsync({ requestId, memberId, ...seen, permission });
      showToast({ tone: "ok", title: "The case is open" });
      await router.navigate({ href: paths.case(caseId) });
    },
  });
}
