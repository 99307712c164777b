import { type AppealFile, appealOutcomes, noteMost } from "@covenant/domain";
import { StatusBadge } from "@covenant/ui";
import { FormShell } from "@covenant/ui/form";
import { useQuery } from "@tanstack/react-query";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import { answerLooks } from "./appeal-words.ts";
import { type Asked, previewOf, useAnswerForm } from "./use-answer-form.ts";

const answers = [
  { value: "upheld", label: "The member is right: uphold" },
  { value: "rejected", label: "The decision stands: reject" },
] as const;

/** Which answer, what it does by the terms, and the reasons that the member reads; then the deed. */
export function AnswerForm({ view }: { view: AppealFile }) {
  const shell = useAnswerForm(view.id);
  const { form } = shell;
  return (
    <form.Subscribe selector={({ values }) => outcomeOf(values.outcome)}>
      {(outcome) => <AnswerFields shell={shell} view={view} outcome={outcome} />}
    </form.Subscribe>
  );
}

/** A select knows text; only what is on its list is an answer. Nobody is led to one. */
function outcomeOf(text: string): Asked["outcome"] {
  return appealOutcomes.find((known) => known === text) ?? "";
}

const deeds = {
  "": "Answer the appeal",
  upheld: "Uphold the appeal",
  rejected: "Reject the appeal",
} as const satisfies Record<Asked["outcome"], string>;

type FieldsProps = { shell: ReturnType<typeof useAnswerForm>; view: AppealFile; outcome: Asked["outcome"] };

function AnswerFields({ shell, view: { id, against }, outcome }: FieldsProps) {
  const preview = useQuery(previewOf({ appealId: id, outcome }));
  const { form } = shell;
  // The form itself asks for the answer, at its field.
  const isUnclear = outcome !== "" && preview.data === undefined;
  return (
    <FormShell
      shell={shell}
      submitLabel={deeds[outcome]}
      isDangerous={outcome === "rejected"}
      disabledReason={against ?? (isUnclear ? "Wait until it is clear what this would do." : undefined)}
    >
      <form.AppField name="outcome">
        {(field) => <field.SelectField label="Your answer" options={answers} placeholder="Who is right?" />}
      </form.AppField>
      {outcome !== "" && (
        <PreviewCard
          preview={preview}
          badge={() => <StatusBadge tone={answerLooks[outcome].tone}>{answerLooks[outcome].label}</StatusBadge>}
          effects={({ effects }) => effects}
        />
      )}
      <form.AppField name="reasons">
        {(field) => (
          <field.TextArea
            label="Reasons"
            hint="The member reads them, by mail and on the page of the appeal."
            maxLength={noteMost}
            isReadOnly={against !== null}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
