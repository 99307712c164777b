import type { ReactNode } from "react";

/** A page's column inside the console's frame. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">{children}</div>;
}

/** A named part of a page. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <h2 className="text-h3">{title}</h2>
      {children}
    </section>
  );
}
