import { formatMoney, noteMost, noteSchema, type RefundView } from "@covenant/domain";
import { Disclosure } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useTransferReturn } from "./use-transfer-return.ts";

const returnForm = z.object({ note: noteSchema("Say what the bank said: it is kept with the act.") });

/** For a transfer that did not arrive: the refund is undone, and its credits come back. */
export function TransferReturnForm({ refund: { id, amount, moves } }: { refund: RefundView }) {
  const missing = reasonWithout(useStaff(), "order.refund");
  const comeBack = useTransferReturn();
  const shell = useFormShell({
    defaultValues: { note: "" },
    schema: returnForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note }) => void (await comeBack.mutateAsync({ refundId: id, note })),
  });
  const { form } = shell;
  const credits = moves.reclaim.toLocaleString("en-US");
  return (
    <Disclosure title={`The transfer of ${formatMoney(amount)} came back`}>
      <FormShell shell={shell} submitLabel="Undo the refund" isDangerous disabledReason={missing}>
        <form.AppField name="note">
          {(field) => (
            <field.TextArea
              label="What the bank said"
              hint={`The refund counts as failed, the ${credits} credits it took come back, and the member is told by mail.`}
              maxLength={noteMost}
              isReadOnly={missing !== undefined}
            />
          )}
        </form.AppField>
      </FormShell>
    </Disclosure>
  );
}
