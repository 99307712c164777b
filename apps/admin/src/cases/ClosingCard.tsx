import { type MoneyCaseView, newId, noteMost, noteSchema } from "@covenant/domain";
import { Card, RelativeTime } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { reasonWithout } from "../shell/capability.ts";
import { Quote } from "../shell/Quote.tsx";
import { useStaff } from "../shell/use-staff.ts";
import { useClose } from "./use-close.ts";

/** The end of a case about money: the form while it is open, what was said when it is not. */
export function ClosingCard({ view }: { view: MoneyCaseView }) {
  const { state, closing } = view;
  if (closing !== null) return <Closed closing={closing} />;
  if (state !== "open")
    return (
      <Card title="Closed by itself">
        <p className="text-ui font-normal text-muted">The money came back to us, so there is no loss any more.</p>
      </Card>
    );
  return (
    <Card title="Close">
      <ClosingForm view={view} />
    </Card>
  );
}

function Closed({ closing: { by, note, at } }: { closing: NonNullable<MoneyCaseView["closing"]> }) {
  return (
    <Card title="Closed">
      <div className="flex flex-col gap-3">
        <Quote text={note} />
        <p className="text-small text-muted">
          {by}, <RelativeTime at={at} />.
        </p>
      </div>
    </Card>
  );
}

const closingForm = z.object({
  note: noteSchema("Say what was done: it is kept with the case."),
});

function ClosingForm({ view: { id } }: { view: MoneyCaseView }) {
  const missing = reasonWithout(useStaff(), "order.refund");
  // Made once, so that a press that is sent twice closes once.
  const [requestId] = useState(() => newId("request"));
  const close = useClose();
  const shell = useFormShell({
    defaultValues: { note: "" },
    schema: closingForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note }) => {
      await close.mutateAsync({ requestId, caseId: id, note });
      showToast({ tone: "ok", title: "The case is closed" });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="Close the case" disabledReason={missing}>
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="What was done"
            hint="Kept with the case; closing it moves no money and no credits."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
