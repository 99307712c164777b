import { Button, Card, EmptyState, ErrorState, LinkButton, SkeletonText } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { SubscriptionCard } from "./SubscriptionCard.tsx";
import { useLiveSubscription } from "./use-live-subscription.ts";

/** The member's subscription, live, and all that can be done with it. Nothing where none is sold and none was bought. */
export function SubscriptionSection() {
  const { data: plans, ...plansQuery } = useQuery(api.plans.list.queryOptions());
  const { data: subscription, error, refetch } = useLiveSubscription();
  const failure = error ?? plansQuery.error;
  if (failure !== null) return <Failed error={failure} retry={() => Promise.all([refetch(), plansQuery.refetch()])} />;
  if (plans === undefined || subscription === undefined) return <Loading />;
  if (subscription === null) return plans.length === 0 ? null : <NoSubscription />;
  return <SubscriptionCard subscription={subscription} plans={plans} />;
}

function Loading() {
  return (
    <Card title="Subscription">
      <SkeletonText lines={3} label="Loading the subscription" />
    </Card>
  );
}

function NoSubscription() {
  return (
    <section aria-label="Subscription" className="rounded-card border bg-surface">
      <EmptyState title="No subscription" actions={<LinkButton href={paths.pricing}>See what there is</LinkButton>}>
        A subscription brings credits each period and can be cancelled at any time.
      </EmptyState>
    </section>
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { title, detail, requestId } = presentFailure(error);
  return (
    <section aria-label="Subscription" className="rounded-card border bg-surface">
      <ErrorState
        title={title}
        consequence={detail}
        actions={<Button onClick={() => void retry()}>Try again</Button>}
        {...(requestId === undefined ? {} : { requestId })}
      />
    </section>
  );
}
