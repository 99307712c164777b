import type { ReactNode } from "react";
import { EmptyState } from "./EmptyState.tsx";

type NotFoundStateProps = { noun?: string; children?: ReactNode; actions?: ReactNode };

/** There is nothing at this address, or nothing this person may see; the two are not told apart. */
export function NotFoundState({ noun = "page", children, actions }: NotFoundStateProps) {
  return (
    <EmptyState
      title={`This ${noun} was not found`}
      icon={<span className="font-mono text-h2 tabular">404</span>}
      actions={actions}
    >
      {children ?? "The address may be mistyped, or what was here is gone or belongs to someone else."}
    </EmptyState>
  );
}
