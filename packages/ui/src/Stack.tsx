import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type Gap = "tight" | "normal" | "wide" | "section";

const gaps = { tight: "gap-2", normal: "gap-4", wide: "gap-6", section: "gap-10" } as const satisfies Record<
  Gap,
  string
>;

/** Things under each other, with one distance between them. */
export function Stack({ gap = "normal", children }: { gap?: Gap; children: ReactNode }) {
  return <div className={classes("flex min-w-0 flex-col", gaps[gap])}>{children}</div>;
}

/** Things beside each other that wrap when they must. */
export function Cluster({ gap = "tight", children }: { gap?: Gap; children: ReactNode }) {
  return <div className={classes("flex min-w-0 flex-wrap items-center", gaps[gap])}>{children}</div>;
}
