import type { RefundOutcome } from "@covenant/domain";
import { StatusBadge, type Tone } from "@covenant/ui";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import type { Preview } from "./use-refund-plan.ts";

const looks = {
  refund: { label: "Money goes back", tone: "ok" },
  goodwill: { label: "Credits instead of money", tone: "info" },
  "ask-person": { label: "Yours to decide", tone: "warn" },
  none: { label: "Nothing is due", tone: "neutral" },
} as const satisfies Record<RefundOutcome, { label: string; tone: Tone }>;

/** What the refund would do, before it is done: the ruling in words, its clauses, and each effect. */
export function RefundPreview({ preview }: { preview: Preview }) {
  return (
    <PreviewCard
      preview={preview}
      badge={({ outcome }) => <StatusBadge tone={looks[outcome].tone}>{looks[outcome].label}</StatusBadge>}
      effects={({ effects }) => effects}
    />
  );
}
