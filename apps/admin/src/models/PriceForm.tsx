import { formatCredits, type ModelFile, noteMost, noteSchema } from "@covenant/domain";
import { localMoment, readLocalMoment } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { EditPreview } from "./EditPreview.tsx";
import { editOf, useApplyEdit, useEditPlan } from "./use-edit.ts";

const priceForm = z.object({
  credits: z
    .nullable(z.int())
    .check(z.refine((credits) => credits !== null && credits >= 1, "A whole number of credits, at least one.")),
  from: z.string().check(z.refine((typed) => readLocalMoment(typed) !== null, "Say from when it holds.")),
  note: noteSchema("Say why: the reason is kept with the price."),
});

type Typed = { credits: number | null; from: string };

/** A new price in credits: who pays it from when stands below before it is set. */
export function PriceForm({ file }: { file: ModelFile }) {
  const shell = usePriceForm(file);
  const { form } = shell;
  return (
    <form.Subscribe selector={({ values: { credits, from } }) => ({ credits, from })}>
      {(typed) => <PriceFields file={file} shell={shell} typed={typed} />}
    </form.Subscribe>
  );
}

function usePriceForm(file: ModelFile) {
  const [tomorrow] = useState(midnightAhead);
  const apply = useApplyEdit(file);
  const blank: Typed & { note: string } = { credits: null, from: tomorrow, note: "" };
  return useFormShell({
    defaultValues: blank,
    schema: priceForm,
    explainFailure: presentFailure,
    onSubmit: ({ note, ...typed }) => apply(editOf(file, changeOf(file, typed)), note),
  });
}

type PriceFieldsProps = { file: ModelFile; shell: ReturnType<typeof usePriceForm>; typed: Typed };

function PriceFields({ file, shell, typed }: PriceFieldsProps) {
  const edit = editOf(file, changeOf(file, typed));
  const { preview, reason, isReadOnly } = useEditPlan(edit);
  const { form } = shell;
  return (
    <FormShell
      shell={shell}
      submitLabel={edit === null ? "Set the price" : `Set ${formatCredits(typed.credits ?? 0)}`}
      isDangerous
      disabledReason={reason}
    >
      <form.AppField name="credits">
        {(field) => (
          <field.NumberField
            label="Credits for a generation"
            hint={`The price that was set last is ${formatCredits(file.model.credits)}.`}
            min={1}
            isReadOnly={isReadOnly}
          />
        )}
      </form.AppField>
      <form.AppField name="from">
        {(field) => <field.MomentField label="From" hint="In your own zone." isReadOnly={isReadOnly} />}
      </form.AppField>
      {edit !== null && <EditPreview preview={preview} />}
      <form.AppField name="note">
        {(field) => (
          <field.TextArea label="Why" hint="Members are not shown it." maxLength={noteMost} isReadOnly={isReadOnly} />
        )}
      </form.AppField>
    </FormShell>
  );
}

function changeOf({ model }: ModelFile, { credits, from }: Typed) {
  const creditsFrom = readLocalMoment(from);
  if (credits === null || credits < 1 || credits === model.credits || creditsFrom === null) return null;
  return { credits, creditsFrom };
}

function midnightAhead(): string {
  const at = new Date();
  at.setHours(24, 0, 0, 0);
  return localMoment(at);
}
