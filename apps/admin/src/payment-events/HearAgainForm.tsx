import { noteMost, noteSchema, type PaymentEventView } from "@covenant/domain";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useHearAgain } from "./use-hear-again.ts";

const againForm = z.object({
  note: noteSchema("Say what was mended: it is kept with the act."),
});

/** What was mended, and the button that has Stripe asked once more. What still cannot be settled is parked again. */
export function HearAgainForm({ event: { id, parked } }: { event: PaymentEventView }) {
  const missing = reasonWithout(useStaff(), "order.refund");
  const hear = useHearAgain();
  const shell = useFormShell({
    defaultValues: { note: "" },
    schema: againForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note }) => {
      await hear.mutateAsync({ eventId: id, note });
      showToast({
        tone: "ok",
        title: "Stripe is being asked again",
        detail: "What still cannot be settled comes back.",
      });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="Hear it again" disabledReason={missing}>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label={parked === null ? "Why" : "What was mended"}
            hint="Stripe is asked how the thing stands now; hearing an event twice moves nothing twice."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
