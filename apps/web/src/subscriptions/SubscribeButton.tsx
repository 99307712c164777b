import { newId, type PlanView } from "@covenant/domain";
import { Banner, Button } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { admissionReason, useAdmission } from "../shell/admission.ts";

/** Begins a subscription and leads to the payment page. The credits come when the payment is verified, not before. */
export function SubscribeButton({ plan }: { plan: PlanView }) {
  // Made once per plan on this page: pressing again after a broken line finds the same subscription.
  const [requestId] = useState(() => newId("request"));
  const subscribe = useMutation(
    api.subscriptions.subscribe.mutationOptions({
      onSuccess: ({ checkoutUrl }) => window.location.assign(checkoutUrl ?? paths.billing),
    }),
  );
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        variant="primary"
        isPending={subscribe.isPending}
        disabledReason={admissionReason(useAdmission("buy"))}
        onClick={() => subscribe.mutate({ requestId, planId: plan.id, asksToStart: true })}
      >
        Subscribe
      </Button>
      {subscribe.isError && <RefusedBanner error={subscribe.error} />}
    </div>
  );
}

function RefusedBanner({ error }: { error: unknown }) {
  const { title, detail } = presentFailure(error);
  return (
    <Banner tone="bad" title={title}>
      {detail}
    </Banner>
  );
}
