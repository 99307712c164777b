import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./EmptyState.tsx";
import type { HeadingLevel } from "./StateHeading.tsx";

type NotFoundStateProps = { title?: string; children?: ReactNode; actions?: ReactNode; level?: HeadingLevel };

/** There is nothing at this address, or nothing this person may see; the two are not told apart. */
export function NotFoundState({ title = "There is no page here", children, actions, level = 1 }: NotFoundStateProps) {
  return (
    <EmptyState title={title} icon={<SearchX aria-hidden size={24} />} actions={actions} level={level}>
      {children ?? "The address may have a typo, or what was here has been deleted."}
    </EmptyState>
  );
}
