import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { controlStyle, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

type NativeProps = Pick<
  ComponentProps<"input">,
  "name" | "placeholder" | "autoComplete" | "inputMode" | "maxLength" | "onBlur" | "ref" | "spellCheck" | "autoFocus"
>;

export type TextFieldProps = FieldProps &
  NativeProps & {
    value: string;
    onChange: (value: string) => void;
    type?: "text" | "email" | "password" | "search" | "tel" | "url";
    /** A mono face for ids and codes. */
    isCode?: boolean;
    /** Stands inside the field at its end: a unit, a key, a button. */
    suffix?: ReactNode;
  };

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, isOptional, isReadOnly, disabledReason, onChange, isCode, suffix, ...native } = props;
  return (
    <FieldFrame {...{ label, hint, error, disabledReason }} isOptional={isOptional ?? false}>
      {(control) => (
        <span className="relative flex">
          <input
            type="text"
            {...native}
            {...control}
            readOnly={isReadOnly}
            onChange={(event) => onChange(event.target.value)}
            className={classes(controlStyle, "h-control", isCode && "font-mono text-mono", Boolean(suffix) && "pr-12")}
          />
          {suffix && <span className="absolute inset-y-0 right-3 flex items-center text-muted">{suffix}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
