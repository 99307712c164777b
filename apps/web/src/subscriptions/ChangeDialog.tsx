import { formatCredits, formatMoney, type PlanChangeView } from "@covenant/domain";
import { dayText } from "@covenant/ui";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { presentFailure } from "../api/present-refusal.ts";

type ChangeDialogProps = {
  /** The plan that the member has. */
  planName: string;
  change: PlanChangeView;
  onClose: () => void;
  onConfirm: (change: PlanChangeView) => Promise<void>;
};

/** Says what a change of plan does to money, credits and the next renewal, before it is done. */
export function ChangeDialog({ planName, change, onClose, onConfirm }: ChangeDialogProps) {
  const { title, confirm, cancel, effects } = changeWords(planName, change);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={title}
      confirmLabel={confirm}
      cancelLabel={cancel}
      onConfirm={() => onConfirm(change)}
      explainFailure={failureWords}
    >
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

function changeWords(planName: string, { kind, payNow, creditsNow, takesEffectAt, ...next }: PlanChangeView) {
  const { at, price, credits } = next.renewal;
  const renewal = `The renewal on ${dayText(at)} costs ${formatMoney(price)} and brings ${formatCredits(credits)}.`;
  const cancel = `Stay with ${planName}`;
  if (next.planName === planName) {
    return {
      title: `Stay with ${planName} after all?`,
      confirm: `Stay with ${planName}`,
      cancel: "Leave it as it is",
      effects: ["The change that waits for the renewal is undone, and nothing is charged now.", renewal],
    };
  }
  if (kind === "downgrade") {
    return {
      cancel,
      title: `Change to ${next.planName} on ${dayText(takesEffectAt)}?`,
      confirm: `Change to ${next.planName}`,
      effects: [`Nothing is charged now, and ${planName} with its credits stays as it is until then.`, renewal],
    };
  }
  return {
    cancel,
    title: `Upgrade to ${next.planName} for ${formatMoney(payNow)} now?`,
    confirm: `Pay ${formatMoney(payNow)} and upgrade`,
    effects: [
      `${formatMoney(payNow)} is charged to your card now: the difference for the rest of the period.`,
      `${formatCredits(creditsNow)} are added once that is paid. Nothing that you have is taken.`,
      renewal,
    ],
  };
}

function failureWords(error: unknown): string {
  const { title, detail } = presentFailure(error);
  return detail === undefined ? title : `${title} ${detail}`;
}
