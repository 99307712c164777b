import { createFileRoute } from "@tanstack/react-router";
import { PricingPage } from "../orders/PricingPage.tsx";

export const Route = createFileRoute("/pricing")({
  loader: ({ context: { queryClient, api } }) =>
    Promise.all([
      queryClient.ensureQueryData(api.orders.packs.queryOptions()),
      queryClient.ensureQueryData(api.models.list.queryOptions()),
    ]),
  component: PricingPage,
});
