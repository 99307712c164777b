import type { PlanView, SubscriptionView } from "@covenant/domain";
import { Button } from "@covenant/ui";
import { lazy, Suspense, useState } from "react";

const CancelDialog = lazy(async () => ({ default: (await import("./CancelDialog.tsx")).CancelDialog }));

type CancelButtonProps = { subscription: SubscriptionView; plan: PlanView | undefined };

/** One press to the question whether to cancel, one more to have done it. */
export function CancelButton({ subscription, plan }: CancelButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        {subscription.state === "placed" ? "Drop it" : "Cancel subscription"}
      </Button>
      {isAsking && (
        <Suspense>
          <CancelDialog subscription={subscription} plan={plan} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
