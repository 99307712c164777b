import { formatCredits, type OrderId, type OrderView } from "@covenant/domain";
import { Card, LinkButton, PageHeader, Progress, StatusBadge, type Tone } from "@covenant/ui";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useSubscription } from "@trpc/tanstack-react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { MoneyBack } from "./MoneyBack.tsx";
import { OrderFacts } from "./OrderFacts.tsx";

const route = getRouteApi("/orders/$orderId");

const backOf = {
  pack: { href: paths.pricing, label: "Pricing" },
  period: { href: paths.billing, label: "Billing" },
} as const satisfies Record<OrderView["kind"], object>;

const looks = {
  placed: { label: "Waiting for payment", tone: "info" },
  paid: { label: "Paid", tone: "ok" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
} as const satisfies Record<OrderView["state"], { label: string; tone: Tone }>;

/** An order, live: paid once the processor's word is verified, and then the credits are there. */
export function OrderPage() {
  const order = useLiveOrder(route.useParams().orderId as OrderId);
  const look = looks[order.state];
  return (
    <PageBody width="text">
      <PageHeader
        back={backOf[order.kind]}
        title={order.packName}
        badges={<StatusBadge tone={look.tone}>{look.label}</StatusBadge>}
      />
      {order.state === "placed" && <Waiting order={order} />}
      {(order.state === "expired" || order.state === "cancelled") && (
        <p className="measure text-ui font-normal">Nothing was paid, so no credits came. You can order again.</p>
      )}
      {order.state === "paid" && isUntouched(order) && (
        <LinkButton href={paths.create} variant="primary">
          Spend {formatCredits(order.credits)}
        </LinkButton>
      )}
      <MoneyBack order={order} />
      <OrderFacts order={order} />
    </PageBody>
  );
}

/** All that was bought came and stayed: no money went back, and no bank was asked. */
function isUntouched({ refunds = [], disputes = [] }: OrderView): boolean {
  return refunds.length + disputes.length === 0;
}

function Waiting({ order }: { order: OrderView }) {
  return (
    <Card title="Waiting for the payment to be verified">
      <div className="flex flex-col items-start gap-4">
        <Progress label="Payment" stage="This page changes by itself. Credits come only with a verified payment." />
        {order.checkoutUrl !== null && <LinkButton href={order.checkoutUrl}>Back to the payment page</LinkButton>}
      </div>
    </Card>
  );
}

function useLiveOrder(orderId: OrderId): OrderView {
  const queryClient = useQueryClient();
  const question = api.orders.get.queryOptions({ orderId });
  useSubscription(
    api.orders.watch.subscriptionOptions(
      { orderId },
      {
        onData: (view) => {
          queryClient.setQueryData(question.queryKey, view);
          void queryClient.invalidateQueries({ queryKey: api.members.me.queryKey() });
        },
      },
    ),
  );
  return useSuspenseQuery(question).data;
}
