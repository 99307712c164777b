import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { controlStyle, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

export type NumberFieldProps = FieldProps &
  Pick<ComponentProps<"input">, "name" | "onBlur" | "ref" | "placeholder"> & {
    /** Null while the field is empty or holds no number. */
    value: number | null;
    onChange: (value: number | null) => void;
    min?: number;
    max?: number;
    step?: number;
    /** The unit, inside the field at its end. */
    unit?: ReactNode;
  };

/** A number. The arrow keys step it; the wheel does not, because a page that scrolls must not change what was typed. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, isOptional, isReadOnly, disabledReason, value, onChange, unit, ...native } = props;
  return (
    <FieldFrame {...{ label, hint, error, disabledReason }} isOptional={isOptional ?? false}>
      {(control) => (
        <span className="relative flex">
          <input
            type="number"
            inputMode="decimal"
            {...native}
            {...control}
            readOnly={isReadOnly}
            value={value ?? ""}
            onChange={(event) => onChange(parseNumber(event.target.value))}
            onWheel={(event) => event.currentTarget.blur()}
            className={classes(controlStyle, "h-control tabular [appearance:textfield]", Boolean(unit) && "pr-20")}
          />
          {unit && <span className="absolute inset-y-0 right-3 flex items-center text-ui text-muted">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

/** Reads what was typed; null when it is not a finite number. */
export function parseNumber(typed: string): number | null {
  const value = Number(typed);
  return typed.trim() === "" || !Number.isFinite(value) ? null : value;
}
