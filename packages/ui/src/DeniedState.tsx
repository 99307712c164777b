import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./EmptyState.tsx";
import type { HeadingLevel } from "./StateHeading.tsx";

type DeniedStateProps = {
  title: string;
  /** What is missing, and who has it. */
  children: ReactNode;
  actions?: ReactNode;
  level?: HeadingLevel;
};

/** The person may not see or do this. It says what is missing and who has it. */
export function DeniedState({ title, children, actions, level = 1 }: DeniedStateProps) {
  return (
    <EmptyState title={title} icon={<Lock aria-hidden size={24} />} actions={actions} level={level}>
      {children}
    </EmptyState>
  );
}
