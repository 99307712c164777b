import { type ModelFile, noteSchema, type RegistryModel } from "@covenant/domain";
import { FormShell, useFormShell } from "@covenant/ui/form";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { EditTail, tailFields } from "./EditTail.tsx";
import { editOf, useApplyEdit, useEditPlan } from "./use-edit.ts";

const settingsForm = z.object({
  name: z.string().check(z.trim(), z.minLength(1, "Give it a name.")),
  description: z.string().check(z.trim(), z.minLength(1, "Say what it does.")),
  expectedSeconds: z.nullable(z.int()),
  countMost: z.nullable(z.int()),
  promptMost: z.nullable(z.int()),
  usagePolicyUrl: z.string(),
  lastDay: z.string(),
  successor: z.string(),
  enabled: z.boolean(),
  note: noteSchema("Say why: the reason is kept with the change."),
});
type Typed = Omit<z.infer<typeof settingsForm>, "note">;

type SettingsFormProps = { file: ModelFile; others: readonly ModelFile[] };

/** What members see of a model, its limits, and its end: what changes stands below before it does. */
export function SettingsForm({ file, others }: SettingsFormProps) {
  const shell = useSettingsForm(file);
  const { form } = shell;
  return (
    <form.Subscribe selector={({ values: { note: _, ...typed } }) => typed}>
      {(typed) => <SettingsFields {...{ file, others, shell, typed }} />}
    </form.Subscribe>
  );
}

function useSettingsForm(file: ModelFile) {
  const apply = useApplyEdit(file);
  return useFormShell({
    defaultValues: { ...typedOf(file.model), note: "" },
    schema: settingsForm,
    explainFailure: presentFailure,
    onSubmit: ({ note, ...typed }) => apply(editOf(file, changeOf(typed)), note),
  });
}

type SettingsFieldsProps = SettingsFormProps & { shell: ReturnType<typeof useSettingsForm>; typed: Typed };

function SettingsFields({ file, others, shell, typed }: SettingsFieldsProps) {
  const edit = editOf(file, changeOf(typed));
  const { preview, reason, isReadOnly } = useEditPlan(edit);
  const { form } = shell;
  const successors = others.map(({ model: { id, name } }) => ({ value: id, label: name }));
  return (
    <FormShell shell={shell} submitLabel="Change the model" isDangerous disabledReason={reason}>
      <form.AppField name="name">{(field) => <field.TextField label="Name" isReadOnly={isReadOnly} />}</form.AppField>
      <form.AppField name="description">
        {(field) => <field.TextArea label="Description" rows={2} maxLength={500} isReadOnly={isReadOnly} />}
      </form.AppField>
      <div className="grid gap-4 sm:grid-cols-2">
        <form.AppField name="expectedSeconds">
          {(field) => <field.NumberField label="Usual seconds" min={1} isReadOnly={isReadOnly} />}
        </form.AppField>
        <form.AppField name="countMost">
          {(field) => <field.NumberField label="Results at a time" min={1} max={10} isReadOnly={isReadOnly} />}
        </form.AppField>
        <form.AppField name="promptMost">
          {(field) => (
            <field.NumberField
              label="Characters of a prompt"
              hint="Empty: 32,000."
              isOptional
              min={1}
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
        <form.AppField name="lastDay">
          {(field) => (
            <field.DateField
              label="Not offered from"
              hint="In UTC; members are shown it."
              isOptional
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
        <form.AppField name="successor">
          {(field) => (
            <field.SelectField
              label="What follows it"
              isOptional
              options={[{ value: "", label: "Nothing" }, ...successors]}
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
      </div>
      <form.AppField name="usagePolicyUrl">
        {(field) => <field.TextField label="Its maker's rules of use" type="url" isOptional isReadOnly={isReadOnly} />}
      </form.AppField>
      <EditTail form={form} fields={tailFields} enabledLabel="On sale" isReadOnly={isReadOnly} preview={preview} />
    </FormShell>
  );
}

function typedOf({ sunset, usagePolicyUrl, ...model }: RegistryModel): Typed {
  const { name, description, expectedSeconds, countMost, promptMost, enabled } = model;
  return {
    ...{ name, description, expectedSeconds, countMost, promptMost, enabled, usagePolicyUrl: usagePolicyUrl ?? "" },
    lastDay: sunset?.on ?? "",
    successor: sunset?.successor ?? "",
  };
}

function changeOf({ expectedSeconds, countMost, promptMost, usagePolicyUrl, lastDay, successor, ...rest }: Typed) {
  if (expectedSeconds === null || expectedSeconds < 1 || countMost === null || countMost < 1) return null;
  return {
    ...rest,
    expectedSeconds,
    countMost,
    promptMost,
    usagePolicyUrl: usagePolicyUrl === "" ? null : usagePolicyUrl,
    sunset: lastDay === "" ? null : { on: lastDay, successor: successor === "" ? null : successor },
  };
}
