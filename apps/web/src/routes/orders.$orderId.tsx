import type { OrderId } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import { OrderEntries } from "../credits/OrderEntries.tsx";
import { OrderPage } from "../orders/OrderPage.tsx";
import { requireMember } from "../shell/require-member.ts";
import { WithdrawalSection } from "../withdrawals/WithdrawalSection.tsx";

export const Route = createFileRoute("/orders/$orderId")({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient, api }, params }) =>
    queryClient.ensureQueryData(api.orders.get.queryOptions({ orderId: params.orderId as OrderId })),
  component: OrderRoute,
});

function OrderRoute() {
  const orderId = Route.useParams().orderId as OrderId;
  return (
    <OrderPage
      orderId={orderId}
      ledger={<OrderEntries orderId={orderId} />}
      withdrawal={<WithdrawalSection orderId={orderId} />}
    />
  );
}
