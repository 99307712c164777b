import { newId, type PlanChangeView, type PlanView, type SubscriptionView } from "@covenant/domain";
import { Banner, Button, dayText } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { admissionReason, useAdmission } from "../shell/admission.ts";
import { useTakeOver } from "./use-take-over.ts";

const ChangeDialog = lazy(async () => ({ default: (await import("./ChangeDialog.tsx")).ChangeDialog }));

type ChangeButtonProps = { plan: PlanView; subscription: SubscriptionView; isLarger: boolean };

/** Asks what a change to this plan would do, and leads to the question whether to do it. */
export function ChangeButton({ plan, subscription, isLarger }: ChangeButtonProps) {
  const { state, renewal, planName } = subscription;
  const lock = admissionReason(useAdmission("buy")) ?? changeLocks[state];
  const preview = useMutation(api.subscriptions.previewChange.mutationOptions());
  const change = useChange();
  if (state !== "cancelling" && renewal?.planName === plan.name) {
    return <p className="flex min-h-control items-center text-ui text-muted">Yours from {dayText(renewal.at)}</p>;
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button isPending={preview.isPending} disabledReason={lock} onClick={() => preview.mutate({ planId: plan.id })}>
        {subscription.planId === plan.id ? `Stay with ${plan.name}` : isLarger ? "Upgrade" : "Downgrade"}
      </Button>
      {preview.isError && <Banner tone="bad" title={presentFailure(preview.error).title} />}
      {preview.isSuccess && (
        <Suspense>
          <ChangeDialog planName={planName} change={preview.data} onClose={preview.reset} onConfirm={change} />
        </Suspense>
      )}
    </div>
  );
}

/** Beside the button in few words; the billing page says them in full, with the way out. */
const changeLocks = {
  placed: "Another one waits for its payment. Pay it or drop it first.",
  active: undefined,
  "past-due": "Pay the open invoice first.",
  paused: "It is paused while your account is suspended.",
  cancelling: "You have cancelled. Keep your subscription first.",
  ended: undefined,
} as const satisfies Record<SubscriptionView["state"], string | undefined>;

/** Does what a preview said, and leads to the billing page, which says what came of it. */
function useChange(): (change: PlanChangeView) => Promise<void> {
  const router = useRouter();
  const takeOver = useTakeOver();
  // Made once, so that a press that is sent twice is one change.
  const [requestId, setRequestId] = useState(() => newId("request"));
  const { mutateAsync } = useMutation(api.subscriptions.change.mutationOptions());
  return async ({ planId, payNow, creditsNow }) => {
    const expected = { payNowMinor: payNow.amountMinor, creditsNow };
    takeOver(await mutateAsync({ requestId, planId, expected }));
    setRequestId(newId("request"));
    await router.navigate({ href: paths.billing });
  };
}
