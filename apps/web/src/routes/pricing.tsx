import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { PricingPage } from "../orders/PricingPage.tsx";
import { useIsMember } from "../shell/use-storefront.ts";
import { PlanSection } from "../subscriptions/PlanSection.tsx";

export const Route = createFileRoute("/pricing")({
  loader: async ({ context: { queryClient, api } }) => {
    const [plans, packs, models] = await Promise.all([
      queryClient.fetchQuery(api.plans.list.queryOptions()),
      queryClient.fetchQuery(api.orders.packs.queryOptions()),
      queryClient.fetchQuery(api.models.list.queryOptions()),
    ]);
    return { plans, packs, models };
  },
  component: Pricing,
});

// Only members can be kept from buying, and only they load what says so.
const AdmissionNotice = lazy(async () => ({
  default: (await import("../members/AdmissionNotice.tsx")).AdmissionNotice,
}));

function Pricing() {
  const isMember = useIsMember();
  const { plans } = Route.useLoaderData();
  return (
    <PricingPage
      notice={<Suspense>{isMember && <AdmissionNotice purpose="buy" />}</Suspense>}
      plans={<PlanSection plans={plans} />}
    />
  );
}
