import { refusalOf } from "@covenant/domain";
import { Button, EmptyState, ErrorState, SkeletonText } from "@covenant/ui";
import type { ReactNode } from "react";
import { presentFailure } from "../api/present-refusal.ts";

type Question<Data> = { data: Data | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** What a query answered; meanwhile the place of it, and where it failed the words for that. */
export function Answered<Data>({ query, children }: { query: Question<Data>; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <SkeletonText lines={6} />;
  return (
    <div className="rounded-card border bg-surface">
      <Unanswered error={query.error} retry={query.refetch} />
    </div>
  );
}

/** That there is no such thing is an answer, and asking again would give it again. */
function Unanswered({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { title, detail, requestId } = presentFailure(error);
  if (refusalOf(error)?.code === "thing/not-found")
    return <EmptyState title={title}>The ledger keeps what it was ever told, so the id is likely mistyped.</EmptyState>;
  return (
    <ErrorState
      title={title}
      consequence={detail}
      actions={<Button onClick={() => void retry()}>Try again</Button>}
      {...(requestId === undefined ? {} : { requestId })}
    />
  );
}
