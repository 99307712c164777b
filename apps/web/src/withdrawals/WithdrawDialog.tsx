import { formatMoney, newId, type WithdrawalPlanView } from "@covenant/domain";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

type WithdrawDialogProps = { plan: WithdrawalPlanView; of: string; onClose: () => void };

/** Says what a withdrawal gives back and takes, by which law, and does exactly that. */
export function WithdrawDialog({ plan, of, onClose }: WithdrawDialogProps) {
  const { orderId, moves, amount, effects, explanation } = plan;
  // Made once, so that a press that is sent twice is one withdrawal.
  const [requestId] = useState(() => newId("request"));
  const withdraw = useWithdraw();
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Withdraw from ${of}?`}
      confirmLabel={`Withdraw and get ${formatMoney(amount)} back`}
      cancelLabel="Keep it"
      isDangerous
      onConfirm={async () => void (await withdraw.mutateAsync({ requestId, orderId, expected: moves }))}
      explainFailure={failureWords}
    >
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p className="mt-3 text-small text-muted">{explanation}</p>
    </ConfirmDialog>
  );
}

/** Whatever came of it, what it may have changed is read again: also a refusal says that the preview is out of date. */
function useWithdraw() {
  const queryClient = useQueryClient();
  const touched = [api.orders, api.withdrawals, api.subscriptions, api.members, api.credits];
  return useMutation(
    api.withdrawals.withdraw.mutationOptions({
      onSettled: () => Promise.all(touched.map((part) => queryClient.invalidateQueries(part.pathFilter()))),
    }),
  );
}

function failureWords(error: unknown): string {
  const { title, detail } = presentFailure(error);
  return detail === undefined ? title : `${title} ${detail}`;
}
