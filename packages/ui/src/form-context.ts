import { createFormHookContexts } from "@tanstack/react-form";

/** The contexts through which a bound field finds its form. */
export const { fieldContext, formContext, useFieldContext, useFormContext } = createFormHookContexts();
