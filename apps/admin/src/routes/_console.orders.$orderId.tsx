import { isId, type OrderFile } from "@covenant/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { RulingList } from "../cases/RulingList.tsx";
import { OrderEntries } from "../credits/OrderEntries.tsx";
import { OrderPage } from "../orders/OrderPage.tsx";
import { ProposedRefund } from "../proposals/ProposedRefund.tsx";
import { needs } from "../shell/capability.ts";
import { SubscriptionCard } from "../subscriptions/SubscriptionCard.tsx";

const lookAgainMs = 3000;

export const Route = createFileRoute("/_console/orders/$orderId")({
  params: { parse: ({ orderId }) => ({ orderId: orderIdOf(orderId) }) },
  beforeLoad: needs("order.read"),
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(api.orders.get.queryOptions(params)),
  component: OrderRoute,
});

function OrderRoute() {
  const question = api.orders.get.queryOptions(Route.useParams());
  const { data: file } = useSuspenseQuery({
    ...question,
    refetchInterval: ({ state }) => (isMoneyMoving(state.data) ? lookAgainMs : false),
  });
  // Each order is a page of its own: what was written on one must not be there on the next.
  return (
    <OrderPage
      key={file.id}
      file={file}
      proposed={<ProposedRefund orderId={file.id} />}
      subscription={file.subscription !== null && <SubscriptionCard subscription={file.subscription} />}
      rulings={<RulingList rulings={file.rulings} />}
      // Each turn of its money has written entries.
      ledger={<OrderEntries key={turnsOf(file)} orderId={file.id} />}
    />
  );
}

const turnsOf = ({ refunds, disputes }: OrderFile) =>
  [...refunds, ...disputes].map(({ id, state }) => id + state).join();

/** A refund that was asked for changes by itself, when the processor has answered. */
function isMoneyMoving(file: OrderFile | undefined): boolean {
  return file?.refunds.some(({ state }) => state === "asked" || state === "pending") ?? false;
}

function orderIdOf(text: string) {
  if (!isId("order", text)) throw notFound();
  return text;
}
