import type { OrderId } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import { OrderPage } from "../orders/OrderPage.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/orders/$orderId")({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient, api }, params }) =>
    queryClient.ensureQueryData(api.orders.get.queryOptions({ orderId: params.orderId as OrderId })),
  component: OrderPage,
});
