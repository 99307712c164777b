import type { ReactNode } from "react";

type ProgressProps = {
  /** What is in progress: the accessible name. */
  label: string;
  /** Steps done and steps in all; left out when nobody knows, and then no percentage is invented. */
  steps?: { done: number; total: number };
  /** What is being done now, in words. */
  stage?: ReactNode;
  /** How long it has taken and usually takes. */
  timing?: ReactNode;
};

/** Work that is running. A fraction only where real steps are counted; otherwise a stage in words and a moving bar. */
export function Progress({ label, steps, stage, timing }: ProgressProps) {
  const percent = steps && Math.round((100 * Math.min(steps.done, steps.total)) / Math.max(steps.total, 1));
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 overflow-hidden rounded-pill bg-hover"
      >
        {percent === undefined ? (
          <div className="h-full w-1/3 animate-slide rounded-pill bg-accent" />
        ) : (
          <div
            className="h-full rounded-pill bg-accent transition-[width] duration-240"
            style={{ width: `${percent}%` }}
          />
        )}
      </div>
      {(stage || timing) && (
        <div className="flex flex-wrap justify-between gap-x-4 text-small text-muted tabular">
          <span>{stage}</span>
          <span>{timing}</span>
        </div>
      )}
    </div>
  );
}
