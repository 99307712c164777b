import { formatMoney, noteMost, type OrderId, type ProposalView, refundGrounds, refundWays } from "@covenant/domain";
import { Banner, localMoment, RelativeTime, readLocalMoment, TextLink, useShortcuts } from "@covenant/ui";
import { FormShell } from "@covenant/ui/form";
import { useRef } from "react";
import { paths } from "../paths.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { groundTitles, wayTitles } from "./order-words.ts";
import { RefundPreview } from "./RefundPreview.tsx";
import { useRefundForm } from "./use-refund-form.ts";
import { type Asked, labelOf, reasonAgainst, useRefundPlan } from "./use-refund-plan.ts";

const ways = refundWays.map((way) => ({ value: way, label: wayTitles[way] }));
const grounds = refundGrounds.map((ground) => ({ value: ground, label: groundTitles[ground] }));

type RefundFormProps = { orderId: OrderId; waiting: ProposalView | undefined };

/**
 * The ground, what it would do by the terms and the law, and why; the button says what will go back. While a proposal is
 * `waiting`, what one person may give goes on, and no second can be proposed.
 */
export function RefundForm({ orderId, waiting }: RefundFormProps) {
  const shell = useRefundForm(orderId);
  const { form } = shell;
  return (
    <form.Subscribe
      selector={({ values }) => ({
        ground: groundOf(values.ground),
        way: wayOf(values.way),
        chosen: values.chosen,
        receivedAt: groundOf(values.ground) === "withdrawal" ? readLocalMoment(values.receivedAt) : null,
      })}
    >
      {(asked) => <RefundFields shell={shell} asked={{ orderId, ...asked }} waiting={waiting} />}
    </form.Subscribe>
  );
}

/** A select knows text; only what is on its list is a ground. */
function groundOf(text: string): Asked["ground"] {
  return refundGrounds.find((ground) => ground === text) ?? "";
}

function wayOf(text: string): Asked["way"] {
  return refundWays.find((way) => way === text) ?? "payment";
}

/** Another ground is another question: what was chosen for the last one no longer counts. */
function startAgain(form: ReturnType<typeof useRefundForm>["form"]): void {
  form.setFieldValue("chosen", null);
  form.setFieldValue("way", "payment");
  form.setFieldValue("receivedAt", "");
}

type RefundFieldsProps = Pick<RefundFormProps, "waiting"> & { shell: ReturnType<typeof useRefundForm>; asked: Asked };

function RefundFields({ shell, asked, waiting }: RefundFieldsProps) {
  const select = useRef<HTMLSelectElement>(null);
  const missing = reasonWithout(useStaff(), "order.refund");
  const { most, preview } = useRefundPlan(asked);
  const { form } = shell;
  useShortcuts([{ keys: "r", label: "Give money back", group: "Order", run: () => select.current?.focus() }]);
  return (
    <FormShell
      shell={shell}
      submitLabel={labelOf(preview.data, asked.way)}
      isDangerous
      disabledReason={missing ?? reasonAgainst(asked, { preview, isProposed: waiting !== undefined })}
    >
      {waiting !== undefined && <WaitingNotice proposal={waiting} />}
      <form.AppField name="ground" listeners={{ onChange: () => startAgain(form) }}>
        {(field) => (
          <field.SelectField ref={select} label="The member" options={grounds} placeholder="Why is it wanted back?" />
        )}
      </form.AppField>
      {asked.ground === "withdrawal" && (
        <form.AppField name="receivedAt">
          {(field) => (
            <field.MomentField
              label="The withdrawal arrived"
              hint="In your own zone. It holds from then, however late it is read; left empty, from now."
              max={localMoment(new Date())}
            />
          )}
        </form.AppField>
      )}
      {(preview.data?.canTransfer === true || asked.way === "transfer") && (
        <form.AppField name="way">
          {(field) => <field.SelectField label="How it gets there" options={ways} />}
        </form.AppField>
      )}
      {most > 0 && (
        <form.AppField name="chosen">
          {(field) => (
            <field.NumberField
              label="Credits to take back"
              hint={`Unspent ones, up to ${most.toLocaleString("en-US")}; their share of the payment goes back.`}
              min={0}
              max={most}
              step={1}
              unit="credits"
            />
          )}
        </form.AppField>
      )}
      {asked.ground !== "" && <RefundPreview preview={preview} />}
      <form.AppField name="note">
        {(field) => (
          <field.TextArea
            label="Why"
            hint="Kept with the refund; the member is not shown it."
            maxLength={noteMost}
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}

function WaitingNotice({ proposal: { id, amount, proposedBy, proposedAt } }: { proposal: ProposalView }) {
  return (
    <Banner tone="info" title={`${formatMoney(amount)} back: proposed, and waits for a second person`}>
      By {proposedBy.name}, <RelativeTime at={proposedAt} />.{" "}
      <TextLink href={paths.proposals({ sel: id })}>Among the proposals</TextLink>. No second one can be proposed before
      it is decided.
    </Banner>
  );
}
