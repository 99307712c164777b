import type { OrderFile } from "@covenant/domain";
import { Card } from "@covenant/ui";
import { RefundForm } from "./RefundForm.tsx";

/** The one place where an order's money is given back. */
export function RefundCard({ file: { id, state, refunds } }: { file: OrderFile }) {
  return (
    <Card title="Give money back">
      {state === "paid" ? (
        // Made anew after each refund: the next one is another request, and nothing of the last must be left in it.
        <RefundForm key={refunds.length} orderId={id} />
      ) : (
        <p className="text-ui font-normal text-muted">Nobody has paid this order, so there is no money to give back.</p>
      )}
    </Card>
  );
}
