import { type ReactNode, useId } from "react";

type CardProps = { title?: ReactNode; detail?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A bordered part of a page. With a title it is a region that can be jumped to. */
export function Card({ title, detail, actions, children }: CardProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={title ? titleId : undefined} className="min-w-0 rounded-card border bg-surface">
      {title && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4">
          <div className="flex min-w-0 flex-col">
            <h2 id={titleId} className="text-h3">
              {title}
            </h2>
            {detail && <p className="text-small text-muted">{detail}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div className="p-5">{children}</div>
    </section>
  );
}
