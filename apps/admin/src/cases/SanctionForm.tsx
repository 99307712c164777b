import { type CaseId, conductFindings, dangers, noteMost, type SanctionPlanView } from "@covenant/domain";
import { StatusBadge, type Tone } from "@covenant/ui";
import { FormShell } from "@covenant/ui/form";
import { reasonWithout } from "../shell/capability.ts";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import { useStaff } from "../shell/use-staff.ts";
import { useSanctionForm } from "./use-sanction-form.ts";
import { type Asked, type Preview, reasonAgainst, sanctionLabels, useSanctionPlan } from "./use-sanction-plan.ts";

const findings = [
  { value: "established", label: "It was so" },
  { value: "suspected", label: "There is good reason to suspect it" },
] as const;
const fears = [
  { value: "", label: "As the conduct itself says" },
  { value: "none", label: "Nothing speaks against telling" },
  { value: "fraud", label: "It is about fraud" },
  { value: "security", label: "It is a danger to security" },
  { value: "aids-breach", label: "Telling all would help a further breach" },
] as const;

/** What a person finds, what follows by the terms with the notice word for word, and why; then the deed. */
export function SanctionForm({ caseId }: { caseId: CaseId }) {
  const shell = useSanctionForm(caseId);
  const { form } = shell;
  return (
    <form.Subscribe selector={({ values }) => askedOf(caseId, values)}>
      {(asked) => <SanctionFields shell={shell} asked={asked} />}
    </form.Subscribe>
  );
}

/** A select knows text; only what is on its list is an answer. */
function askedOf(caseId: CaseId, { finding, danger }: { finding: string; danger: string }): Asked {
  return {
    caseId,
    finding: conductFindings.find((known) => known === finding) ?? "",
    danger: dangers.find((known) => known === danger) ?? null,
  };
}

function SanctionFields({ shell, asked }: { shell: ReturnType<typeof useSanctionForm>; asked: Asked }) {
  const missing = reasonWithout(useStaff(), "case.decide");
  const preview = useSanctionPlan(asked);
  const { form } = shell;
  return (
    <FormShell
      shell={shell}
      submitLabel={labelOf(preview.data)}
      isDangerous
      disabledReason={missing ?? reasonAgainst(asked, preview)}
    >
      <form.AppField name="finding">
        {(field) => (
          <field.SelectField label="What you find" options={findings} placeholder="What does the file show?" />
        )}
      </form.AppField>
      <form.AppField name="danger">
        {(field) => <field.SelectField label="Does anything speak against telling beforehand?" options={fears} />}
      </form.AppField>
      {asked.finding !== "" && <SanctionPreview preview={preview} />}
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="Kept with the decision; the member is not shown it."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}

function labelOf(plan: SanctionPlanView | undefined): string {
  return plan?.sanction ? `Confirm: ${sanctionLabels[plan.sanction].label.toLowerCase()}` : "Confirm";
}

function SanctionPreview({ preview }: { preview: Preview }) {
  return (
    <>
      <PreviewCard preview={preview} badge={(plan) => <Badge plan={plan} />} effects={({ effects }) => effects} />
      {preview.data?.sanction && (
        <section aria-label="The notice, word for word" className="flex flex-col gap-2 rounded-card border p-3">
          <h3 className="text-small text-muted">The member reads</h3>
          <p className="text-small whitespace-pre-wrap wrap-anywhere">{preview.data.statement}</p>
        </section>
      )}
    </>
  );
}

function Badge({ plan: { sanction } }: { plan: SanctionPlanView }) {
  const look: { label: string; tone: Tone } =
    sanction === null ? { label: "Nothing follows", tone: "neutral" } : sanctionLabels[sanction];
  return <StatusBadge tone={look.tone}>{look.label}</StatusBadge>;
}
