import type { ClauseCitation } from "@covenant/domain";
import { Banner, Button, SkeletonText } from "@covenant/ui";
import type { ReactNode } from "react";
import { presentFailure } from "../api/present-refusal.ts";

/** An answer of the api about a deed that is not done yet. */
type Plan = { explanation: string; clauses: readonly ClauseCitation[] };

type PreviewCardProps<Answer extends Plan> = {
  preview: { data: Answer | undefined; error: unknown; refetch: () => unknown };
  /** Stands above the effects: the outcome in a word. */
  badge?: (plan: Answer) => ReactNode;
  /** One effect a line. */
  effects: (plan: Answer) => readonly ReactNode[];
};

/** What a deed would do, before it is done: each effect, then the ruling in words and its clauses. */
export function PreviewCard<Answer extends Plan>({ preview, badge, effects }: PreviewCardProps<Answer>) {
  const { data: plan, error, refetch } = preview;
  if (error !== null) return <Unanswered error={error} retry={refetch} />;
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
          {badge?.(plan)}
          <ul className="flex list-disc flex-col gap-1 pl-4 text-ui font-normal">
            {effects(plan).map((effect, at) => (
              <li key={at}>{effect}</li>
            ))}
          </ul>
          <p className="text-small whitespace-pre-line text-muted">{plan.explanation}</p>
          <p className="text-small text-muted">By {plan.clauses.map(({ id }) => id).join(", ")}.</p>
        </>
      )}
    </section>
  );
}

function Unanswered({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { title, detail } = presentFailure(error);
  return (
    <Banner
      tone="bad"
      title={title}
      actions={
        <Button size="small" onClick={() => void retry()}>
          Ask again
        </Button>
      }
    >
      {detail}
    </Banner>
  );
}
