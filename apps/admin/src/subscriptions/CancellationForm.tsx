import { noteMost, type SubscriptionFile } from "@covenant/domain";
import { localMoment, readLocalMoment } from "@covenant/ui";
import { FormShell } from "@covenant/ui/form";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { CancellationPreview } from "./CancellationPreview.tsx";
import { useCancellationForm } from "./use-cancellation-form.ts";
import { useCancellationPlan } from "./use-cancellation-plan.ts";

/** When the member's mail arrived, what cancelling as of then would do, and the member's words; then the deed. */
export function CancellationForm({ subscription }: { subscription: SubscriptionFile }) {
  const shell = useCancellationForm(subscription);
  const { form } = shell;
  return (
    <form.Subscribe selector={({ values }) => values.receivedAt}>
      {(typed) => <CancellationFields subscription={subscription} shell={shell} receivedAt={readLocalMoment(typed)} />}
    </form.Subscribe>
  );
}

type CancellationFieldsProps = {
  subscription: SubscriptionFile;
  shell: ReturnType<typeof useCancellationForm>;
  receivedAt: string | null;
};

function CancellationFields({ subscription: { id, planName }, shell, receivedAt }: CancellationFieldsProps) {
  const missing = reasonWithout(useStaff(), "subscription.cancel");
  const { preview, reason } = useCancellationPlan(id, receivedAt);
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel={`Cancel ${planName}`} isDangerous disabledReason={missing ?? reason}>
      <form.AppField name="receivedAt">
        {(field) => (
          <field.MomentField
            label="The mail arrived"
            hint="In your own zone. The cancellation holds from then, however late it is read."
            max={localMoment(new Date())}
          />
        )}
      </form.AppField>
      {receivedAt !== null && <CancellationPreview preview={preview} />}
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="The member's words"
            hint="Kept with the cancellation."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
