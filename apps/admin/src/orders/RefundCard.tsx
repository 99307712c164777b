import type { OrderFile, RefundView } from "@covenant/domain";
import { Card } from "@covenant/ui";
import { RefundForm } from "./RefundForm.tsx";
import { TransferReturnForm } from "./TransferReturnForm.tsx";

const isTransferred = ({ way, state }: RefundView) => way === "transfer" && state === "succeeded";

/** The one place where an order's money is given back. */
export function RefundCard({ file: { id, state, refunds } }: { file: OrderFile }) {
  return (
    <Card title="Give money back">
      {refunds.filter(isTransferred).map((refund) => (
        <TransferReturnForm key={refund.id} refund={refund} />
      ))}
      {state === "paid" ? (
        // Made anew after each refund: the next one is another request, and nothing of the last must be left in it.
        <RefundForm key={refunds.map(({ id, state: turn }) => id + turn).join()} orderId={id} />
      ) : (
        <p className="text-ui font-normal text-muted">Nobody has paid this order, so there is no money to give back.</p>
      )}
    </Card>
  );
}
