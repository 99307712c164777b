import type { RefundOutcome } from "@covenant/domain";
import { Banner, Button, SkeletonText, StatusBadge, type Tone } from "@covenant/ui";
import { presentFailure } from "../api/present-refusal.ts";
import type { Preview } from "./use-refund-plan.ts";

const looks = {
  refund: { label: "Money goes back", tone: "ok" },
  goodwill: { label: "Credits instead of money", tone: "info" },
  "ask-person": { label: "Yours to decide", tone: "warn" },
  none: { label: "Nothing is due", tone: "neutral" },
} as const satisfies Record<RefundOutcome, { label: string; tone: Tone }>;

/** What the refund would do, before it is done: the ruling in words, its clauses, and each effect. */
export function RefundPreview({ preview: { data: plan, error, refetch } }: { preview: Preview }) {
  if (error !== null) {
    const { title, detail } = presentFailure(error);
    return (
      <Banner
        tone="bad"
        title={title}
        actions={
          <Button size="small" onClick={() => void refetch()}>
            Ask again
          </Button>
        }
      >
        {detail}
      </Banner>
    );
  }
  return (
    <section
      aria-label="What this would do"
      aria-live="polite"
      className="flex flex-col gap-2 rounded-card bg-sunken p-3"
    >
      {plan === undefined ? (
        <SkeletonText lines={3} />
      ) : (
        <>
          <StatusBadge tone={looks[plan.outcome].tone}>{looks[plan.outcome].label}</StatusBadge>
          <ul className="flex list-disc flex-col gap-1 pl-4 text-ui font-normal">
            {plan.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          <p className="text-small text-muted">{plan.explanation}</p>
          <p className="text-small text-muted">By {plan.clauses.map(({ id }) => id).join(", ")}.</p>
        </>
      )}
    </section>
  );
}
