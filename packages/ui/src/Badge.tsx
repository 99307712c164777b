import type { ReactNode } from "react";
import { badgeShape } from "./badge-shape.ts";
import { classes } from "./classes.ts";

/** A short fact about a thing: a kind, a count, "beta". */
export function Badge({ children }: { children: ReactNode }) {
  return <span className={classes(badgeShape, "bg-hover text-muted")}>{children}</span>;
}
