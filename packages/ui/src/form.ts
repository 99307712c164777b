export { FormShell } from "./FormShell.tsx";
export {
  type FormFailure,
  type FormSchema,
  type FormShellOptions,
  useFormShell,
  withFieldGroup,
} from "./use-form-shell.ts";
