import { exactTime, StatusBadge, useNow } from "@covenant/ui";
import { dueWords } from "./due-words.ts";

const everyMs = 30_000;

/** The clock of a case: what is left of it, marked when that is little or nothing; the exact moment on hover. */
export function DueTime({ dueAt }: { dueAt: string | null }) {
  const now = useNow(everyMs);
  if (dueAt === null) return <span className="text-muted">no deadline</span>;
  const { text, tone } = dueWords(dueAt, now);
  return (
    <time dateTime={dueAt} title={exactTime(dueAt)}>
      {tone === "neutral" ? <span className="tabular">{text}</span> : <StatusBadge tone={tone}>{text}</StatusBadge>}
    </time>
  );
}
