import { Check } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { describedBy, FieldNotes, type FieldProps } from "./FieldFrame.tsx";

export type CheckboxFieldProps = Omit<FieldProps, "isOptional" | "label"> &
  Pick<ComponentProps<"input">, "name" | "onBlur" | "ref"> & {
    label: ComponentProps<"span">["children"];
    value: boolean;
    onChange: (value: boolean) => void;
  };

/** A yes that starts as a no. Its label is a sentence the person agrees to or turns on. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { label, error, disabledReason, isReadOnly, value, onChange, ...native } = props;
  const id = useId();
  const hint = disabledReason ?? props.hint;
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-6 items-start gap-2.5 text-ui has-disabled:cursor-not-allowed has-disabled:text-muted">
        <span className="relative mt-px flex size-[18px] shrink-0">
          <input
            type="checkbox"
            name={native.name}
            onBlur={native.onBlur}
            ref={native.ref}
            checked={value}
            onChange={(event) => !isReadOnly && onChange(event.target.checked)}
            disabled={disabledReason !== undefined}
            aria-readonly={isReadOnly}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, Boolean(hint), Boolean(error))}
            className="peer size-full appearance-none rounded-[4px] border border-border-strong bg-surface transition-colors checked:border-ink checked:bg-ink disabled:border-border disabled:bg-sunken aria-invalid:border-bad"
          />
          <Check
            aria-hidden
            size={14}
            strokeWidth={3}
            className="pointer-events-none absolute inset-0 m-auto text-on-ink opacity-0 peer-checked:opacity-100 peer-disabled:text-muted"
          />
        </span>
        <span className="min-w-0">{label}</span>
      </label>
      <div className="flex flex-col gap-1 pl-7 empty:hidden">
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </div>
  );
}
