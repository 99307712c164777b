import { formatCredits, type OrderId, type OrderView } from "@covenant/domain";
import { Banner, Card, LinkButton, PageHeader, Progress, StatusBadge } from "@covenant/ui";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";
import { MoneyBack } from "./MoneyBack.tsx";
import { OrderFacts } from "./OrderFacts.tsx";
import { orderLooks } from "./order-looks.ts";

const backOf = {
  pack: { href: paths.pricing, label: "Pricing" },
  period: { href: paths.billing, label: "Billing" },
} as const satisfies Record<OrderView["kind"], object>;

type OrderPageProps = { orderId: OrderId; ledger: ReactNode; withdrawal: ReactNode };

/**
 * An order, live: paid once the processor's word is verified, and then the credits are there. `ledger` says what became
 * of them, `withdrawal` until when its member may change their mind.
 */
export function OrderPage({ orderId, ledger, withdrawal }: OrderPageProps) {
  const order = useLiveOrder(orderId);
  const look = orderLooks[order.standing];
  return (
    <PageBody width="text">
      <PageHeader
        back={backOf[order.kind]}
        title={order.packName}
        badges={<StatusBadge tone={look.tone}>{look.label}</StatusBadge>}
      />
      {order.state === "placed" && (order.needsPerson ? <PaidOtherwise id={order.id} /> : <Waiting order={order} />)}
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
      {order.state === "paid" && withdrawal}
      {order.paidAt !== null && ledger}
    </PageBody>
  );
}

/** All that was bought came and stayed: no money went back, and no bank was asked. */
function isUntouched({ refunds = [], disputes = [] }: OrderView): boolean {
  return refunds.length + disputes.length === 0;
}

/** Somebody paid and has no credits: what they paid is not what was ordered. */
function PaidOtherwise({ id }: { id: OrderId }) {
  const { supportEmail } = useStorefront();
  const subject = encodeURIComponent(`Payment of order ${id}`);
  return (
    <Banner
      tone="warn"
      title="What was paid is not what was ordered"
      actions={
        <LinkButton size="small" href={`mailto:${supportEmail}?subject=${subject}`}>
          Write to {supportEmail}
        </LinkButton>
      }
    >
      Your payment came with another amount or currency, so no credits were added. Do not pay again: a person looks at
      it.
    </Banner>
  );
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
          void queryClient.invalidateQueries(api.credits.orderEntries.pathFilter());
        },
      },
    ),
  );
  return useSuspenseQuery(question).data;
}
