import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { controlStyle, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

export type SelectOption<Value extends string = string> = { value: Value; label: string; isDisabled?: boolean };

export type SelectFieldProps<Value extends string> = FieldProps &
  Pick<ComponentProps<"select">, "name" | "onBlur" | "ref"> & {
    options: readonly SelectOption<Value>[];
    /** "" when nothing is chosen yet. */
    value: Value | "";
    onChange: (value: Value) => void;
    /** Shown while nothing is chosen, and cannot be chosen again. */
    placeholder?: string;
  };

/** One of a list. The platform's own list: it searches by typing, fits a thumb, and costs nothing to load. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, isOptional, disabledReason, options, onChange, placeholder, isReadOnly, ...native } =
    props;
  const choose = (chosen: string) => {
    const option = options.find(({ value }) => value === chosen);
    if (option && !isReadOnly) onChange(option.value);
  };
  return (
    <FieldFrame {...{ label, hint, error, disabledReason }} isOptional={isOptional ?? false}>
      {(control) => (
        <span className="relative flex">
          <select
            {...native}
            {...control}
            onChange={(event) => choose(event.target.value)}
            className={classes(controlStyle, "h-control appearance-none truncate pr-9", !native.value && "text-faint")}
          >
            {placeholder !== undefined && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            size={16}
            className="pointer-events-none absolute inset-y-0 right-3 my-auto text-muted"
          />
        </span>
      )}
    </FieldFrame>
  );
}
