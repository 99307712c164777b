import { useLinkClick } from "@covenant/ui";
import type { ReactNode } from "react";

type FigureProps = { label: string; count: number; note: ReactNode; href?: string };

/** Figures beside each other. */
export function FigureGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{children}</div>;
}

/** One count with its name; the whole of it is the link to the list behind it, where there is one. */
export function Figure({ href, ...shown }: FigureProps) {
  const onClick = useLinkClick();
  const shape = "flex flex-col gap-1 rounded-card border bg-surface p-4";
  if (href === undefined)
    return (
      <div className={shape}>
        <FigureText {...shown} />
      </div>
    );
  return (
    <a href={href} onClick={onClick} className={`${shape} transition-colors hover:border-border-strong`}>
      <FigureText {...shown} />
    </a>
  );
}

function FigureText({ label, count, note }: Omit<FigureProps, "href">) {
  return (
    <>
      <span className="text-ui font-medium text-muted">{label}</span>
      <span className="text-h1 tabular">{count.toLocaleString("en-US")}</span>
      <span className="text-small text-muted">{note}</span>
    </>
  );
}
