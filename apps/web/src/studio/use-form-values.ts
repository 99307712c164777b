import { type AnyFormApi, useSelector } from "@tanstack/react-form";

/** The values of a form as they stand, for what depends on them outside the fields. */
export function useFormValues<Values>(form: { store: AnyFormApi["store"]; state: { values: Values } }): Values {
  return useSelector(form.store, (state) => state.values as Values);
}
