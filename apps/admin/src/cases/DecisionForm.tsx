import { type CaseView, type DecisionRequest, newId, noteMost, noteSchema } from "@covenant/domain";
import { type RadioCard, useShortcuts } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useRef, useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { outcomeLooks } from "./case-words.ts";
import { EffectList } from "./EffectList.tsx";

const answers = ["confirmed", "overturned"] as const;
type Outcome = (typeof answers)[number];
const verbs = { confirmed: "Confirm the breach", overturned: "Overturn the block" } as const satisfies Record<
  Outcome,
  string
>;
const effectsOf = { confirmed: "confirm", overturned: "overturn" } as const;

const blank = { outcome: "", note: "" };
const decisionForm = z.object({
  outcome: z.pipe(z.string(), z.enum(answers, "Choose an answer.")),
  note: noteSchema("Say why: the reason is kept with the decision."),
});

type DecisionFormProps = { view: CaseView; decide: (request: DecisionRequest) => Promise<unknown> };

/** Two answers, each with what it would do, and the reason. Keys 1 and 2 choose and lead to the reason. */
export function DecisionForm({ view, decide }: DecisionFormProps) {
  const reason = reasonWithout(useStaff(), "case.decide");
  const note = useRef<HTMLTextAreaElement>(null);
  const shell = useDecisionForm(view, decide);
  const { form } = shell;
  const choose = (outcome: Outcome) => () => {
    if (reason !== undefined) return;
    form.setFieldValue("outcome", outcome);
    note.current?.focus();
  };
  useShortcuts(
    answers.map((outcome, at) => ({
      keys: String(at + 1),
      label: verbs[outcome],
      group: "Decision",
      run: choose(outcome),
    })),
  );
  return (
    <form.Subscribe selector={({ values }) => answers.find((each) => each === values.outcome)}>
      {(chosen) => (
        <FormShell
          shell={shell}
          submitLabel={chosen === undefined ? "Decide" : verbs[chosen]}
          isDangerous={chosen === "confirmed"}
          disabledReason={reason}
        >
          <form.AppField name="outcome">
            {(field) => <field.RadioCards label="Your answer" cards={cardsOf(view)} disabledReason={reason} />}
          </form.AppField>
          <form.AppField name="note">
            {(field) => (
              <field.TextArea
                ref={note}
                label="Why"
                hint="Kept with the decision; the member is not shown it."
                maxLength={noteMost}
                isReadOnly={reason !== undefined}
              />
            )}
          </form.AppField>
        </FormShell>
      )}
    </form.Subscribe>
  );
}

function useDecisionForm({ id, effects }: CaseView, decide: DecisionFormProps["decide"]) {
  // Made once, so that a press that is sent twice is one decision.
  const [requestId] = useState(() => newId("request"));
  return useFormShell({
    defaultValues: blank,
    schema: decisionForm,
    explainFailure: presentFailure,
    onSubmit: async ({ outcome, note }) => {
      await decide({ requestId, caseId: id, outcome, note });
      showToast({ tone: "ok", title: outcomeLooks[outcome].label, detail: effects[effectsOf[outcome]].join(" ") });
    },
  });
}

function cardsOf({ effects }: CaseView): RadioCard<string>[] {
  return answers.map((outcome, at) => ({
    value: outcome,
    label: verbs[outcome],
    figure: String(at + 1),
    detail: <EffectList effects={effects[effectsOf[outcome]]} />,
  }));
}
