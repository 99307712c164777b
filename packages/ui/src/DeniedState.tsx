import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./EmptyState.tsx";
import type { HeadingLevel } from "./StateHeading.tsx";

type DeniedStateProps = {
  title: string;
  missing: string;
  grantedBy: ReactNode;
  actions?: ReactNode;
  level?: HeadingLevel;
};

/** The person may not see or do this. It names the permission that is missing and who can give it. */
export function DeniedState({ title, missing, grantedBy, actions, level = 1 }: DeniedStateProps) {
  return (
    <EmptyState title={title} icon={<Lock aria-hidden size={24} />} actions={actions} level={level}>
      It needs the permission <code className="font-mono text-mono text-text">{missing}</code>. {grantedBy} can give it
      to you.
    </EmptyState>
  );
}
