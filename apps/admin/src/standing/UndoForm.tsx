import { newId, noteMost, noteSchema, type SanctionView } from "@covenant/domain";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useReadAgain } from "./use-standing-change.ts";

const undoForm = z.object({ wasWrong: z.boolean(), note: noteSchema("Say why: it is kept with the sanction.") });

/** What no longer lasts can be undone only as wrong. */
const isTakenBack = (state: SanctionView["state"]) => state === "over" || state === "given";

/** What undoing a sanction is called. */
export function undoTitle({ kind, state }: Pick<SanctionView, "kind" | "state">): string {
  if (kind === "termination") return "Withdraw the closing";
  return isTakenBack(state) ? `Take the ${kind} back` : `Lift the ${kind}`;
}

/** Lifts a limit or a suspension, withdraws a closing, or takes back what was wrong: it holds at once, and the member is told. */
export function UndoForm({ sanction: { id, kind, state } }: { sanction: SanctionView }) {
  const isClosing = kind === "termination";
  const missing = reasonWithout(useStaff(), isClosing ? "member.terminate" : "suspension.lift");
  // Made once, so that a press that is sent twice undoes once.
  const [requestId] = useState(() => newId("request"));
  const onSettled = useReadAgain();
  const lift = useMutation(api.sanctions.lift.mutationOptions({ onSettled }));
  const withdraw = useMutation(api.sanctions.withdraw.mutationOptions({ onSettled }));
  const shell = useFormShell({
    defaultValues: { wasWrong: isTakenBack(state), note: "" },
    schema: undoForm,
    explainFailure: presentFailure,
    onSubmit: async (answer) => {
      await (isClosing ? withdraw : lift).mutateAsync({ requestId, sanctionId: id, ...answer });
      showToast({ tone: "ok", title: isClosing ? "The closing is withdrawn" : `The ${kind} is undone` });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel={undoTitle({ kind, state })} disabledReason={missing}>
      <form.AppField name="wasWrong">
        {(field) => (
          <field.CheckboxField
            label="The decision was wrong"
            hint="Its strike is void too. What is over can be undone only so."
          />
        )}
      </form.AppField>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="Kept on record. The member is told that it is undone, not why."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
