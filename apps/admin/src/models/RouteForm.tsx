import { type ModelFile, noteSchema, type RegistryRoute } from "@covenant/domain";
import { Code, Disclosure, KeyValue } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { EditTail, tailFields } from "./EditTail.tsx";
import { reachLabels } from "./model-words.ts";
import { editOf, useApplyEdit, useEditPlan } from "./use-edit.ts";

const routeForm = z.object({
  costMicroUsd: z.nullable(z.int()),
  noStore: z.enum(["whole-chain", "gateway-only", "none"]),
  trainsOnInputs: z.boolean(),
  retiredFrom: z.string(),
  successor: z.string(),
  enabled: z.boolean(),
  note: noteSchema("Say why: the reason is kept with the change."),
});
type Typed = Omit<z.infer<typeof routeForm>, "note">;

type RouteFormProps = { file: ModelFile; route: RegistryRoute };

/** One way to run the model: what it costs us, what its provider keeps, and when its name there ends. */
export function RouteForm({ file, route }: RouteFormProps) {
  const shell = useRouteForm(file, route);
  const { form } = shell;
  return (
    <Disclosure title={`Change ${route.upstreamModel} at ${route.provider}`}>
      <KeyValue
        facts={[
          { label: "Knobs", value: <Code>{JSON.stringify(route.parameters)}</Code> },
          { label: "Wire names", value: <Code>{JSON.stringify(route.fields.inputs)}</Code> },
        ]}
      />
      <form.Subscribe selector={({ values: { note: _, ...typed } }) => typed}>
        {(typed) => <RouteFields {...{ file, route, shell, typed }} />}
      </form.Subscribe>
    </Disclosure>
  );
}

function useRouteForm(file: ModelFile, route: RegistryRoute) {
  const apply = useApplyEdit(file);
  return useFormShell({
    defaultValues: { ...typedOf(route), note: "" },
    schema: routeForm,
    explainFailure: presentFailure,
    onSubmit: ({ note, ...typed }) => apply(editOf(file, changeOf(file, route, typed)), note),
  });
}

type RouteFieldsProps = RouteFormProps & { shell: ReturnType<typeof useRouteForm>; typed: Typed };

function RouteFields({ file, route, shell, typed }: RouteFieldsProps) {
  const { preview, reason, isReadOnly } = useEditPlan(editOf(file, changeOf(file, route, typed)));
  const { form } = shell;
  const names = file.model.routes.flatMap(({ upstreamModel }) =>
    upstreamModel === route.upstreamModel ? [] : [{ value: upstreamModel, label: upstreamModel }],
  );
  return (
    <FormShell shell={shell} submitLabel="Change the route" isDangerous disabledReason={reason}>
      <div className="grid gap-4 sm:grid-cols-2">
        <form.AppField name="costMicroUsd">
          {(field) => (
            <field.NumberField
              label="One run costs us"
              unit="µUSD"
              hint="Millionths of a US dollar."
              min={0}
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
        <form.AppField name="noStore">
          {(field) => (
            <field.SelectField
              label="Asked to keep nothing"
              options={Object.entries(reachLabels).map(([value, label]) => ({
                value: value as Typed["noStore"],
                label,
              }))}
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
        <form.AppField name="retiredFrom">
          {(field) => (
            <field.DateField
              label="Its name there ends"
              hint="The first day in UTC without it."
              isOptional
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
        <form.AppField name="successor">
          {(field) => (
            <field.SelectField
              label="The name that follows"
              isOptional
              options={[{ value: "", label: "None" }, ...names]}
              isReadOnly={isReadOnly}
            />
          )}
        </form.AppField>
      </div>
      <form.AppField name="trainsOnInputs">
        {(field) => <field.CheckboxField label="It trains on what it is sent, or may" isReadOnly={isReadOnly} />}
      </form.AppField>
      <EditTail form={form} fields={tailFields} enabledLabel="In use" isReadOnly={isReadOnly} preview={preview} />
    </FormShell>
  );
}

function typedOf({ costMicroUsd, noStore, trainsOnInputs, retirement, enabled }: RegistryRoute): Typed {
  return {
    ...{ costMicroUsd, noStore, trainsOnInputs, enabled },
    retiredFrom: retirement?.from ?? "",
    successor: retirement?.successor ?? "",
  };
}

function changeOf(
  { model }: ModelFile,
  route: RegistryRoute,
  { costMicroUsd, retiredFrom, successor, ...rest }: Typed,
) {
  // A name that ends has one that follows: half of it is still being typed.
  if (costMicroUsd === null || costMicroUsd < 0 || (retiredFrom === "") !== (successor === "")) return null;
  const changed = {
    ...route,
    ...rest,
    costMicroUsd,
    retirement: retiredFrom === "" ? null : { from: retiredFrom, successor },
  };
  return { routes: model.routes.map((each) => (each === route ? changed : each)) };
}
