import {
  barSources,
  type CaseId,
  type ImprintId,
  newId,
  noteMost,
  noteSchema,
  violationCategories,
} from "@covenant/domain";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { barSourceTitles, categoryTitle } from "./case-words.ts";
import { useReadCaseAgain } from "./use-read-case-again.ts";

const barForm = z.object({
  category: z.enum(violationCategories, "Choose what it shows."),
  source: z.enum(barSources),
  note: noteSchema("Say why: it is kept with the bar."),
});

/** Rude words are in no picture. */
const categories = violationCategories
  .filter((category) => category !== "profanity")
  .map((value) => ({ value, label: categoryTitle(value) }));
const sources = barSources.map((value) => ({ value, label: barSourceTitles[value] }));

/** Keeps a picture from coming back: from a model, and as a file to work from. */
export function BarForm({ caseId, imprintId }: { caseId: CaseId; imprintId: ImprintId }) {
  const missing = reasonWithout(useStaff(), "picture.bar");
  // Made once, so that a press that is sent twice bars once.
  const [requestId] = useState(() => newId("request"));
  const bar = useMutation(api.imprints.bar.mutationOptions({ onSettled: useReadCaseAgain() }));
  const shell = useFormShell({
    defaultValues: { category: "", source: "moderator", note: "" },
    schema: barForm,
    explainFailure: presentFailure,
    onSubmit: async (said) => {
      await bar.mutateAsync({ requestId, caseId, imprintId, ...said });
      showToast({ tone: "ok", title: "The picture is barred", detail: "One that is near it is withheld from now on." });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="Bar the picture" disabledReason={missing}>
      <form.AppField name="category">
        {(field) => <field.SelectField label="What it shows" options={categories} placeholder="What does it show?" />}
      </form.AppField>
      <form.AppField name="source">
        {(field) => <field.SelectField label="Because of" options={sources} />}
      </form.AppField>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="A near picture is withheld at every storefront, and its case comes to a person. Members are not told of the list."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
