import type { PlanView, SubscriptionView } from "@covenant/domain";
import { dayText } from "@covenant/ui";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { useMutation } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { useMember } from "../shell/use-member.ts";
import { creditsAfterEnd } from "./subscription-words.ts";
import { useTakeOver } from "./use-take-over.ts";

type CancelDialogProps = { subscription: SubscriptionView; plan: PlanView | undefined; onClose: () => void };

/** Says exactly what a cancellation does, and does it. */
export function CancelDialog({ subscription, plan, onClose }: CancelDialogProps) {
  const email = useMember()?.email;
  const takeOver = useTakeOver();
  const cancel = useMutation(api.subscriptions.cancel.mutationOptions());
  const { planName, state } = subscription;
  const isPlaced = state === "placed";
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={isPlaced ? `Drop ${planName}?` : `Cancel ${planName}?`}
      confirmLabel={isPlaced ? `Drop ${planName}` : "Cancel subscription"}
      cancelLabel={`Keep ${planName}`}
      isDangerous
      onConfirm={async () => takeOver(await cancel.mutateAsync())}
      explainFailure={(error) => presentFailure(error).title}
    >
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {(isPlaced ? dropped : cancelled(subscription, plan, email)).map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

const dropped = [
  "Nothing was charged, and its payment page is closed, so nothing will be.",
  "You can subscribe again at once.",
];

function cancelled(subscription: SubscriptionView, plan: PlanView | undefined, email: string | undefined): string[] {
  return [
    ...endWords(subscription),
    creditsAfterEnd(plan),
    "You are not charged again.",
    `We confirm it by mail${email === undefined ? "" : ` to ${email}`}.`,
  ];
}

/** A paused one has let periods go by unpaid, or none yet: the api alone knows which it ends with. */
function endWords({ state, periodEnd }: SubscriptionView): string[] {
  if (state === "paused") return ["It ends with the period that is paid, or at once where that one is over."];
  if (state === "past-due" || periodEnd === null || Date.parse(periodEnd) <= Date.now())
    return ["It ends at once, since no paid period is running."];
  const day = dayText(periodEnd);
  return [`It runs until ${day}; until then everything stays as it is.`, "You can keep it after all until then."];
}
