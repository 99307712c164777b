import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { controlStyle, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

export type DateFieldProps = FieldProps &
  Pick<ComponentProps<"input">, "name" | "onBlur" | "ref" | "autoComplete"> & {
    /** ISO 8601 calendar date, "2026-11-21", or "" when none is chosen. It has no time and no zone. */
    value: string;
    onChange: (value: string) => void;
    min?: string;
    max?: string;
  };

/** A calendar date, picked with the platform's own calendar, which every phone does better than we would. */
export function DateField(props: DateFieldProps) {
  const { label, hint, error, isOptional, isReadOnly, disabledReason, onChange, ...native } = props;
  return (
    <FieldFrame {...{ label, hint, error, disabledReason }} isOptional={isOptional ?? false}>
      {(control) => (
        <input
          type="date"
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
