import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { controlStyle, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

export type PickedFieldProps = FieldProps &
  Pick<ComponentProps<"input">, "name" | "onBlur" | "ref" | "autoComplete"> & {
    /** As the platform writes it, or "" when nothing is chosen. */
    value: string;
    onChange: (value: string) => void;
    min?: string;
    max?: string;
  };

/** A day or a moment picked with the platform's own picker, which every phone does better than we would. */
export function PickedField({ type, ...props }: PickedFieldProps & { type: "date" | "datetime-local" }) {
  const { label, hint, error, isOptional, isReadOnly, disabledReason, onChange, ...native } = props;
  return (
    <FieldFrame {...{ label, hint, error, disabledReason }} isOptional={isOptional ?? false}>
      {(control) => (
        <input
          type={type}
          {...native}
          {...control}
          readOnly={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
          className={classes(controlStyle, "h-control tabular")}
        />
      )}
    </FieldFrame>
  );
}
