import type { OrderFile, RefundView } from "@covenant/domain";
import { Card } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { RefundForm } from "./RefundForm.tsx";
import { TransferReturnForm } from "./TransferReturnForm.tsx";

const isTransferred = ({ way, state }: RefundView) => way === "transfer" && state === "succeeded";

/** The one place where an order's money is given back. */
export function RefundCard({ file: { id, state, refunds } }: { file: OrderFile }) {
  const { data } = useQuery(api.proposals.list.queryOptions({ subject: id }));
  const waiting = data?.rows[0];
  // Made anew after each refund and proposal: the next one is another request, and nothing of the last must be left in it.
  const turns = [...refunds.map((refund) => refund.id + refund.state), waiting?.id];
  return (
    <Card title="Give money back">
      {refunds.filter(isTransferred).map((refund) => (
        <TransferReturnForm key={refund.id} refund={refund} />
      ))}
      {state === "paid" ? (
        <RefundForm key={turns.join()} orderId={id} waiting={waiting} />
      ) : (
        <p className="text-ui font-normal text-muted">Nobody has paid this order, so there is no money to give back.</p>
      )}
    </Card>
  );
}
