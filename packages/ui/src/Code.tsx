import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton.tsx";

/** An id or a piece of code in running text. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="rounded-[4px] bg-hover px-1 py-px font-mono text-[0.92em] break-words tabular">{children}</code>
  );
}

/** Lines of code, scrolled sideways by keyboard too, and copied whole. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <figure className="relative min-w-0 rounded-card border bg-sunken">
      <figcaption className="flex items-center justify-between border-b py-1 pr-1 pl-4 text-small text-muted">
        {label}
        <CopyButton value={code} label="Copy code" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus to be scrolled by keys */}
      <pre tabIndex={0} className="overflow-x-auto rounded-b-card px-4 py-3 font-mono text-mono focus-inset">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
