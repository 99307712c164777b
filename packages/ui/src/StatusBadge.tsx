import type { ReactNode } from "react";
import { badgeShape } from "./badge-shape.ts";
import { classes } from "./classes.ts";
import { type Tone, toneIcons, toneSoft } from "./tone.ts";

/** The state a thing is in, in the word the whole product uses for it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = toneIcons[tone];
  return (
    <span className={classes(badgeShape, toneSoft[tone])}>
      <Icon aria-hidden size={12} strokeWidth={2.25} className="shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  );
}
