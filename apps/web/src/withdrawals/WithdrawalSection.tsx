import type { OrderId, WithdrawalPlanView } from "@covenant/domain";
import { Button, Card, civilDayText } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../api/trpc.ts";

const WithdrawDialog = lazy(async () => ({ default: (await import("./WithdrawDialog.tsx")).WithdrawDialog }));

/** The right to withdraw from an order, while it runs; nothing where there is none. */
export function WithdrawalSection({ orderId }: { orderId: OrderId }) {
  const { data: plan } = useQuery(api.withdrawals.preview.queryOptions({ orderId }, { staleTime: 0 }));
  return <Withdrawal plan={plan} of="this order" />;
}

/** The same of the plan that runs. */
export function PlanWithdrawalSection() {
  const { data: plan } = useQuery(api.withdrawals.ofPlan.queryOptions(undefined, { staleTime: 0 }));
  return <Withdrawal plan={plan} of="your subscription" />;
}

function Withdrawal({ plan, of }: { plan: WithdrawalPlanView | null | undefined; of: string }) {
  const [isAsking, setAsking] = useState(false);
  if (!plan?.isPossible) return null;
  return (
    <Card title="Changed your mind?">
      <div className="flex flex-col items-start gap-3">
        <p className="measure text-ui font-normal">
          You may withdraw from {of} until the end of {civilDayText(plan.lastDay)}, without giving a reason
          {whyLater(plan)}.
        </p>
        <Button onClick={() => setAsking(true)}>Withdraw from {of}</Button>
        {isAsking && (
          <Suspense>
            <WithdrawDialog plan={plan} of={of} onClose={() => setAsking(false)} />
          </Suspense>
        )}
      </div>
    </Card>
  );
}

/** The 14 days end with a working day, by Regulation (EEC, Euratom) 1182/71, article 3(4). */
function whyLater({ fourteenthDay, lastDay }: WithdrawalPlanView): string {
  if (fourteenthDay === lastDay) return "";
  return `; the 14th day, ${civilDayText(fourteenthDay)}, is no working day where you live, so the next one is the last`;
}
