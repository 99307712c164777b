import { type MemberId, noteMost } from "@covenant/domain";
import { FormShell } from "@covenant/ui/form";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useOpenCaseForm } from "./use-open-case-form.ts";

/** What was seen an account do, and when. It opens a file and blames nobody. */
export function OpenCaseForm({ memberId }: { memberId: MemberId }) {
  const missing = reasonWithout(useStaff(), "account-case.open");
  const { data: kinds = [] } = useQuery(api.conduct.kinds.queryOptions({ memberId }));
  const shell = useOpenCaseForm(memberId);
  const { form } = shell;
  const isReadOnly = missing !== undefined;
  return (
    <FormShell shell={shell} submitLabel="Open the case" disabledReason={missing}>
      <form.AppField name="conduct">
        {(field) => (
          <field.SelectField
            label="About"
            placeholder="What did the account do?"
            options={kinds.map(({ kind, label }) => ({ value: kind, label }))}
          />
        )}
      </form.AppField>
      <form.Subscribe selector={({ values }) => values.conduct === "resale"}>
        {(isResale) =>
          isResale && (
            <>
              <form.AppField name="permittedFrom">
                {(field) => (
                  <field.TextField
                    label="Written permission from"
                    hint="A day such as 2026-05-31; empty without one."
                  />
                )}
              </form.AppField>
              <form.AppField name="permittedUntil">
                {(field) => <field.TextField label="Its last day" hint="Empty where it has no end." />}
              </form.AppField>
            </>
          )
        }
      </form.Subscribe>
      <form.AppField name="occurredOn">{(field) => <field.DateField label="The day it happened" />}</form.AppField>
      <form.AppField name="seen">
        {(field) => (
          <field.TextArea
            label="What was seen"
            hint="The member reads this if the case is confirmed, so it names nobody else."
            maxLength={noteMost}
            isReadOnly={isReadOnly}
          />
        )}
      </form.AppField>
    </FormShell>
  );
}
