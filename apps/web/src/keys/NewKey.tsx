import { newId } from "@covenant/domain";
import { Card } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

const lives = [
  { value: "never", label: "When you revoke it" },
  { value: "30", label: "After 30 days" },
  { value: "90", label: "After 90 days" },
  { value: "365", label: "After a year" },
] as const;

/** No model has a name of one letter. */
const everyModel = "*";

const keyForm = z.object({
  name: z
    .string()
    .check(z.trim(), z.minLength(1, "Name the program that will use it."), z.maxLength(60, "At most 60 characters.")),
  life: z.enum(["never", "30", "90", "365"]),
  model: z.string(),
  monthlyCredits: z.nullable(z.int("Whole credits only.").check(z.minimum(1, "At least one credit."))),
});
const blank: z.infer<typeof keyForm> = { name: "", life: "never", model: everyModel, monthlyCredits: null };

/** A key's secret, and a model that a first call with it may name. */
export type CreatedKey = { secret: string; model: string };

/** Creates a key with its limits, and hands its secret on, this once. */
export function NewKey({ onCreated }: { onCreated: (created: CreatedKey) => void }) {
  const queryClient = useQueryClient();
  const [requestId] = useState(() => newId("request"));
  const models = useQuery(api.models.list.queryOptions());
  const create = useMutation(api.keys.create.mutationOptions());
  const shell = useFormShell({
    defaultValues: blank,
    schema: keyForm,
    explainFailure: presentFailure,
    onSubmit: async ({ name, life, model, monthlyCredits }) => {
      const { secret, key } = await create.mutateAsync({
        requestId,
        name,
        monthlyCredits,
        expiresInDays: life === "never" ? null : Number(life),
        models: model === everyModel ? [] : [model],
      });
      await queryClient.invalidateQueries({ queryKey: api.keys.list.queryKey() });
      onCreated({ secret, model: key.models[0] ?? models.data?.[0]?.id ?? "" });
    },
  });
  const { form } = shell;
  const choices = [
    { value: everyModel, label: "Every model" },
    ...(models.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Card title="New key">
      <FormShell shell={shell} submitLabel="Create key">
        <form.AppField name="name">
          {(field) => <field.TextField label="Name" hint="For you to recognise it by." />}
        </form.AppField>
        <div className="grid gap-4 md:grid-cols-3">
          <form.AppField name="life">{(field) => <field.SelectField label="Ends" options={lives} />}</form.AppField>
          <form.AppField name="model">
            {(field) => <field.SelectField label="May call" options={choices} />}
          </form.AppField>
          <form.AppField name="monthlyCredits">
            {(field) => (
              <field.NumberField
                label="Budget a month"
                hint="What comes back counts as not spent."
                min={1}
                unit="credits"
                isOptional
              />
            )}
          </form.AppField>
        </div>
      </FormShell>
    </Card>
  );
}
