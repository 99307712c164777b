import { type ReactNode, useId } from "react";
import { CopyButton } from "./CopyButton.tsx";
import { toneIcons } from "./tone.ts";

type CopyFieldProps = {
  label: string;
  value: string;
  /** The value is shown this once and never again: it is marked, and the person is told. */
  isShownOnce?: boolean;
  hint?: ReactNode;
};

/** A value to take away: an id, a link, a secret. One click copies it; a click into it selects it whole. */
export function CopyField({ label, value, isShownOnce = false, hint }: CopyFieldProps) {
  const id = useId();
  const Warning = toneIcons.warn;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-ui font-medium">
        {label}
      </label>
      <div className="flex items-center gap-1 rounded-control border bg-sunken pr-1">
        <input
          id={id}
          readOnly
          value={value}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="h-control min-w-0 flex-1 rounded-control bg-transparent px-3 font-mono text-mono text-ellipsis"
        />
        <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} />
      </div>
      {isShownOnce && (
        <p className="flex items-center gap-1.5 text-small text-warn">
          <Warning aria-hidden size={14} />
          Shown this once. Store it now; it cannot be shown again.
        </p>
      )}
      {hint && <p className="text-small text-muted">{hint}</p>}
    </div>
  );
}
