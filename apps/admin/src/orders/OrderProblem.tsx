import type { OrderId } from "@covenant/domain";
import { Banner } from "@covenant/ui";
import { paths } from "../paths.ts";
import { PermittedLink } from "../shell/PermittedLink.tsx";

/** Why the order was not settled although somebody paid, and the way to what Stripe said of it. */
export function OrderProblem({ id, problem }: { id: OrderId; problem: string }) {
  return (
    <Banner
      tone="bad"
      title={`${problem}.`}
      actions={
        <PermittedLink href={paths.paymentEvents({ show: "all", about: id })} capability="order.read">
          Its payment events
        </PermittedLink>
      }
    >
      The member has no credits for this payment. Give it back in Stripe's dashboard, or mend what was ordered and hear
      its event again.
    </Banner>
  );
}
