import { type AnyFormApi, createFormHook, revalidateLogic } from "@tanstack/react-form";
import { useState } from "react";
import { boundFields } from "./bound-fields.tsx";
import { fieldContext, formContext } from "./form-context.ts";

/** Any schema of the Standard Schema family, such as zod/mini: checks the values and turns them into what is sent. */
export type FormSchema<Values, Output> = {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Values; readonly output: Output } | undefined;
  };
};

type Issue = { readonly message: string; readonly path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };
type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** A server's no, in words. What belongs to a field is shown at the field, the rest once above the button. */
export type FormFailure = {
  title: string;
  detail?: string;
  requestId?: string;
  fields?: Readonly<Record<string, string>>;
};

export type FormShellOptions<Values, Output> = {
  /** In the shape of the screen: an empty date is "", an empty number null. */
  defaultValues: Values;
  schema: FormSchema<Values, Output>;
  /** Sends what the schema made of the values. Its rejection is the form's failure. */
  onSubmit: (output: Output) => Promise<void>;
  /** A rejection in words; null lets it rise to the error page, where bugs belong. */
  explainFailure: (error: unknown) => FormFailure | null;
};

// Fields that several forms share are drawn by a group of them.
const { useAppForm, withFieldGroup } = createFormHook({
  fieldContext,
  formContext,
  fieldComponents: boundFields,
  formComponents: {},
});

export { withFieldGroup };

/**
 * One form: values, checks, sending and the failure of sending. Nothing is marked wrong before the first attempt;
 * after it, each change is checked. Give the result to FormShell, which draws the rest.
 */
export function useFormShell<Values, Output>(options: FormShellOptions<Values, Output>) {
  const { defaultValues, schema, onSubmit, explainFailure } = options;
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useAppForm({
    defaultValues,
    canSubmitWhenInvalid: true,
    validationLogic: revalidateLogic({ mode: "submit", modeAfterSubmission: "change" }),
    validators: { onDynamic: schema },
    onSubmit: async ({ value, formApi }) => {
      setFailure(null);
      const checked = await schema["~standard"].validate(value);
      if (checked.issues) return;
      try {
        await onSubmit(checked.value);
      } catch (error) {
        const explained = explainFailure(error);
        // Thrown inside the update, a bug reaches the error page; thrown here, it would reach nobody.
        setFailure(() => {
          if (explained === null) throw error;
          return explained;
        });
        markFields(formApi, explained?.fields);
      }
    },
  });
  // A field the server refused must not keep the form from being sent again as it is: the server may answer otherwise.
  const send = () => {
    unmarkFields(form, failure?.fields);
    return form.handleSubmit();
  };
  return { form, failure, send };
}

function markFields(form: AnyFormApi, fields: FormFailure["fields"]) {
  for (const [name, onServer] of Object.entries(fields ?? {})) markField(form, name, onServer);
}

function unmarkFields(form: AnyFormApi, fields: FormFailure["fields"]) {
  for (const name of Object.keys(fields ?? {})) markField(form, name, undefined);
}

function markField(form: AnyFormApi, name: string, onServer: string | undefined) {
  form.setFieldMeta(name, (meta) => ({ ...meta, errorMap: { ...meta.errorMap, onServer } }));
}
