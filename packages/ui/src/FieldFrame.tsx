import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

/** What every field can be told. */
export type FieldProps = {
  label: string;
  /** What the person needs to know before they fill it in. */
  hint?: ReactNode;
  /** What is wrong with the value, in words. Its presence marks the field as invalid. */
  error?: string | undefined;
  isOptional?: boolean;
  isReadOnly?: boolean;
  /** Why it cannot be changed now; shown as the hint. */
  disabledReason?: string | undefined;
};

/** Attributes that tie a native control to its label, its hint and its error. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  disabled: boolean;
};

/** The look of a control that takes text; it is the same for a line, a paragraph, a date and a list of choices. */
export const controlStyle = classes(
  "w-full rounded-control border border-border-strong bg-surface px-3 text-body transition-colors",
  "placeholder:text-faint enabled:hover:border-muted",
  "focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus",
  "aria-invalid:border-bad [&[readonly]]:border-border [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:border-border disabled:bg-sunken disabled:text-muted",
);

/** Label above, control, then hint or error below; the error takes the hint's place in the reading order, after it. */
export function FieldFrame(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { label, error, isOptional, disabledReason, children } = props;
  const id = useId();
  const hint = disabledReason ?? props.hint;
  const control: ControlProps = {
    id,
    "aria-describedby": describedBy(id, Boolean(hint), Boolean(error)),
    "aria-invalid": error ? true : undefined,
    disabled: disabledReason !== undefined,
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="flex items-baseline gap-2 text-ui font-medium">
        {label}
        {isOptional && <span className="text-small font-normal text-faint">Optional</span>}
      </label>
      {children(control)}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The lines under a control. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-bad">
          <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </>
  );
}

/** The ids a control is described by, or undefined when nothing describes it. */
export function describedBy(id: string, hasHint: boolean, hasError: boolean): string | undefined {
  return classes(hasHint && `${id}-hint`, hasError && `${id}-error`) || undefined;
}
