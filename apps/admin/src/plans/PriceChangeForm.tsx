import { formatMoney, noteMost, type PlanFile } from "@covenant/domain";
import { FormShell } from "@covenant/ui/form";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { PriceChangePreview } from "./PriceChangePreview.tsx";
import { type TypedPrice, usePriceChangeForm } from "./use-price-change-form.ts";
import { questionOf, usePriceChangePlan } from "./use-price-change-plan.ts";

/** The new price, from when, who would be told and which renewals carry it, and why; the button says the price. */
export function PriceChangeForm({ plan }: { plan: PlanFile }) {
  const shell = usePriceChangeForm(plan);
  const { form } = shell;
  return (
    <form.Subscribe selector={({ values: { amount, effectiveAt } }) => ({ amount, effectiveAt })}>
      {(typed) => <PriceChangeFields plan={plan} shell={shell} typed={typed} />}
    </form.Subscribe>
  );
}

type PriceChangeFieldsProps = { plan: PlanFile; shell: ReturnType<typeof usePriceChangeForm>; typed: TypedPrice };

function PriceChangeFields({ plan, shell, typed }: PriceChangeFieldsProps) {
  const missing = reasonWithout(useStaff(), "price.change");
  const question = questionOf(plan, typed);
  const { preview, reason } = usePriceChangePlan(question);
  const { form } = shell;
  const { currency } = plan.price;
  return (
    <FormShell
      shell={shell}
      submitLabel={
        question === null ? "Set the price" : `Set ${formatMoney({ amountMinor: question.amountMinor, currency })}`
      }
      isDangerous
      disabledReason={missing ?? reason}
    >
      <form.AppField name="amount">
        {(field) => (
          <field.NumberField
            label={`Price a ${plan.interval}`}
            hint={`Now ${formatMoney(plan.price)} for who subscribes.`}
            min={0.5}
            step={0.01}
            unit={currency}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
      <form.AppField name="effectiveAt">
        {(field) => (
          <field.MomentField
            label="For new subscribers from"
            hint="In your own zone. Who has subscribed pays it with the first renewal that the terms let it reach."
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
      {question !== null && <PriceChangePreview preview={preview} interval={plan.interval} />}
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="Kept with the price; subscribers are not shown it."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
