import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { PlanPage } from "../plans/PlanPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/plans/$planId")({
  beforeLoad: needs("order.read"),
  loader: async ({ context: { queryClient }, params }) => {
    const plans = await queryClient.ensureQueryData(api.prices.plans.queryOptions());
    if (!plans.some(({ id }) => id === params.planId)) throw notFound();
  },
  component: PlanRoute,
});

function PlanRoute() {
  const { planId } = Route.useParams();
  const { data: plans } = useSuspenseQuery(api.prices.plans.queryOptions());
  const plan = plans.find(({ id }) => id === planId);
  // Each plan is a page of its own: what was typed on one must not be there on the next.
  return plan === undefined ? null : <PlanPage key={plan.id} plan={plan} />;
}
