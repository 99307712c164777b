import type { ReactNode } from "react";

/** Words for a screen reader where a sighted person has the picture. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span id={id} className="sr-only">
      {children}
    </span>
  );
}
