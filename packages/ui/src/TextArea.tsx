import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { controlStyle, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

type NativeProps = Pick<
  ComponentProps<"textarea">,
  "name" | "placeholder" | "maxLength" | "onBlur" | "ref" | "spellCheck" | "autoFocus" | "onKeyDown"
>;

export type TextAreaProps = FieldProps &
  NativeProps & {
    value: string;
    onChange: (value: string) => void;
    /** Rows before it grows; it then grows with its text up to twelve lines. */
    rows?: number;
  };

/**
 * Text of more than one line. The count appears when a tenth of the room is left. What is too long is never cut: the form says
 * so, and the count by how much.
 */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hint,
    error,
    isOptional,
    isReadOnly,
    disabledReason,
    onChange,
    rows = 3,
    maxLength,
    ...native
  } = props;
  return (
    <FieldFrame {...{ label, hint, error, disabledReason }} isOptional={isOptional ?? false}>
      {(control) => (
        <>
          <textarea
            {...native}
            {...control}
            rows={rows}
            readOnly={isReadOnly}
            onChange={(event) => onChange(event.target.value)}
            className={classes(controlStyle, "field-sizing-content max-h-72 min-h-20 resize-y py-2")}
          />
          <RoomLeft length={native.value.length} max={maxLength} />
        </>
      )}
    </FieldFrame>
  );
}

function RoomLeft({ length, max }: { length: number; max: number | undefined }) {
  if (max === undefined || length < max * 0.9) return null;
  return (
    <p role="status" className="self-end text-small text-muted tabular">
      {length > max ? `${length - max} characters too many` : `${max - length} characters left`}
    </p>
  );
}
