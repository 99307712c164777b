import { type CaseId, newId, noteMost, noteSchema } from "@covenant/domain";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useReadCaseAgain } from "./use-read-case-again.ts";

const dismissForm = z.object({ note: noteSchema("Say why: it is kept with the case.") });

/** Ends a case in which nothing was found: nothing stays on the record, and nobody is told. */
export function DismissForm({ caseId }: { caseId: CaseId }) {
  const missing = reasonWithout(useStaff(), "case.decide");
  // Made once, so that a press that is sent twice dismisses once.
  const [requestId] = useState(() => newId("request"));
  const dismiss = useMutation(api.conduct.dismiss.mutationOptions({ onSettled: useReadCaseAgain() }));
  const shell = useFormShell({
    defaultValues: { note: "" },
    schema: dismissForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note }) => {
      await dismiss.mutateAsync({ requestId, caseId, note });
      showToast({ tone: "ok", title: "The case is dismissed", detail: "Nothing stands against the member for it." });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="Dismiss the case" disabledReason={missing}>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="Kept with the case; the member is not told."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
