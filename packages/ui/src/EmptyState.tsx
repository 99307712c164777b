import type { ReactNode } from "react";
import { type HeadingLevel, StateHeading } from "./StateHeading.tsx";

type EmptyStateProps = {
  title: string;
  /** What would be here, and what to do so that something is. */
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  level?: HeadingLevel;
};

/** Nothing is here yet. It teaches: what belongs here and how it gets here. */
export function EmptyState({ title, children, icon, actions, level = 2 }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      {icon && <span className="mb-1 text-faint">{icon}</span>}
      <StateHeading level={level}>{title}</StateHeading>
      {children && <div className="max-w-[46ch] text-ui font-normal text-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
