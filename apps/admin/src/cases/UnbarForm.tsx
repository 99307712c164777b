import { noteMost, noteSchema, type PictureBarId } from "@covenant/domain";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation } from "@tanstack/react-query";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useReadCaseAgain } from "./use-read-case-again.ts";

const unbarForm = z.object({ note: noteSchema("Say why: it is kept with the bar.") });

/** Ends a bar. What was withheld by it stays withheld. */
export function UnbarForm({ pictureBarId }: { pictureBarId: PictureBarId }) {
  const missing = reasonWithout(useStaff(), "picture.bar");
  const unbar = useMutation(api.imprints.unbar.mutationOptions({ onSettled: useReadCaseAgain() }));
  const shell = useFormShell({
    defaultValues: { note: "" },
    schema: unbarForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note }) => {
      await unbar.mutateAsync({ pictureBarId, note });
      showToast({ tone: "ok", title: "The picture may come back" });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="Let it come back" disabledReason={missing}>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="What was withheld before stays withheld."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
