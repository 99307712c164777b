import type { PlanView, SubscriptionView } from "@covenant/domain";
import { Button, Skeleton } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { ChangeButton } from "./ChangeButton.tsx";
import { OwnPlan } from "./OwnPlan.tsx";
import { SubscribeButton } from "./SubscribeButton.tsx";

type PlanButtonProps = { plan: PlanView; plans: readonly PlanView[] };

/** What a member can do with a plan: subscribe, change to it, or nothing, because it is theirs. */
export function PlanButton({ plan, plans }: PlanButtonProps) {
  const { data: mine, error, refetch } = useQuery(api.subscriptions.mine.queryOptions());
  if (error !== null) return <Unknown error={error} retry={refetch} />;
  if (mine === undefined) return <Skeleton height="var(--spacing-control)" width="8rem" />;
  if (mine === null || mine.state === "ended") return <SubscribeButton plan={plan} />;
  const change = <ChangeButton plan={plan} subscription={mine} isLarger={isLarger(plan, mine.planId, plans)} />;
  if (mine.planId !== plan.id) return change;
  return (
    <div className="flex flex-col gap-2">
      <OwnPlan subscription={mine} />
      {isLeaving(mine) && change}
    </div>
  );
}

/** A smaller plan waits for the renewal; until then the change can be undone. */
function isLeaving({ state, planName, renewal }: SubscriptionView): boolean {
  return state === "active" && renewal !== null && renewal.planName !== planName;
}

/** Plans are listed from the smallest to the largest. */
function isLarger(plan: PlanView, ownId: string, plans: readonly PlanView[]): boolean {
  return plans.indexOf(plan) > plans.findIndex(({ id }) => id === ownId);
}

function Unknown({ error, retry }: { error: unknown; retry: () => unknown }) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p role="alert" className="text-small text-bad">
        {presentFailure(error).title}
      </p>
      <Button size="small" onClick={() => void retry()}>
        Try again
      </Button>
    </div>
  );
}
