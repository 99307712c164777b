import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { PricingPage } from "../orders/PricingPage.tsx";
import { useIsMember } from "../shell/use-storefront.ts";

export const Route = createFileRoute("/pricing")({
  loader: async ({ context: { queryClient, api } }) => {
    const [packs, models] = await Promise.all([
      queryClient.fetchQuery(api.orders.packs.queryOptions()),
      queryClient.fetchQuery(api.models.list.queryOptions()),
    ]);
    return { packs, models };
  },
  component: Pricing,
});

// Only members can be kept from buying, and only they load what says so.
const AdmissionNotice = lazy(async () => ({
  default: (await import("../members/AdmissionNotice.tsx")).AdmissionNotice,
}));

function Pricing() {
  const isMember = useIsMember();
  return <PricingPage notice={<Suspense>{isMember && <AdmissionNotice />}</Suspense>} />;
}
