import { useState } from "react";
import { exactTime, type Moment, relativeTime } from "./relative-time.ts";
import { useNow } from "./use-now.ts";

type RelativeTimeProps = { at: Moment; timeZone?: string };

/** When something happened or will, as a person says it and as it changes; the exact moment is one hover away. */
export function RelativeTime({ at, ...wording }: RelativeTimeProps) {
  const [paceMs, setPaceMs] = useState<number | null>(1000);
  const { text, staysTrueMs } = relativeTime(at, useNow(paceMs), wording);
  if (staysTrueMs !== paceMs) setPaceMs(staysTrueMs);
  return (
    // The server's clock and zone are not the reader's: the words may differ once, when the page comes alive.
    <time
      dateTime={new Date(at).toISOString()}
      title={exactTime(at, wording)}
      className="whitespace-nowrap tabular"
      suppressHydrationWarning
    >
      {text}
    </time>
  );
}
