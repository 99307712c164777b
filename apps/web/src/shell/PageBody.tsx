import type { ReactNode } from "react";

const widths = { form: "max-w-md", text: "max-w-3xl", page: "max-w-6xl" } as const;

/** A page's column: as wide as what it holds. */
export function PageBody({ width = "page", children }: { width?: keyof typeof widths; children: ReactNode }) {
  return <div className={`mx-auto flex w-full flex-col gap-6 px-4 py-8 ${widths[width]}`}>{children}</div>;
}
