import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { type Tone, toneIcons, toneSoft } from "./tone.ts";

const shape =
  "inline-flex w-fit max-w-full items-center gap-1 rounded-pill px-2 text-small leading-5 font-medium whitespace-nowrap tabular inset-ring inset-ring-current/12";

/** A short fact about a thing: a kind, a count, "beta". */
export function Badge({ children }: { children: ReactNode }) {
  return <span className={classes(shape, "bg-hover text-muted")}>{children}</span>;
}

/** The state a thing is in, in the word the whole product uses for it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = toneIcons[tone];
  return (
    <span className={classes(shape, toneSoft[tone])}>
      <Icon aria-hidden size={12} strokeWidth={2.25} className="shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  );
}
