import { type ExchangeRateFile, newId, noteMost, noteSchema, rateSchema } from "@covenant/domain";
import { localMoment, readLocalMoment } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";

const rateForm = z.object({
  rate: rateSchema,
  effectiveAt: z.string(),
  source: noteSchema("Say where it was read: it is kept with the rate."),
});

/** A rate, from when, and where it was read. */
export function RateForm({ file: { storefront, base, quote } }: { file: ExchangeRateFile }) {
  const missing = reasonWithout(useStaff(), "price.change");
  // Made once, so that a press that is sent twice is one rate.
  const [requestId] = useState(() => newId("request"));
  const queryClient = useQueryClient();
  const set = useMutation(
    api.exchangeRates.set.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(api.exchangeRates.pathFilter()),
    }),
  );
  const shell = useFormShell({
    defaultValues: { rate: "", effectiveAt: "", source: "" },
    schema: rateForm,
    explainFailure: presentFailure,
    onSubmit: async ({ rate, effectiveAt: typed, source }) => {
      const effectiveAt = readLocalMoment(typed);
      await set.mutateAsync({ requestId, storefront, rate, source, ...(effectiveAt === null ? {} : { effectiveAt }) });
      showToast({
        tone: "ok",
        title: `One ${base} is ${rate} ${quote}`,
        detail: "Orders from then on are charged so.",
      });
    },
  });
  const { form } = shell;
  return (
    <FormShell shell={shell} submitLabel="Set the rate" disabledReason={missing}>
      <form.AppField name="rate">
        {(field) => (
          <field.TextField
            label={`${quote} for one ${base}`}
            hint="A decimal such as 7.2034."
            isReadOnly={missing !== undefined}
          />
        )}
      </form.AppField>
      <form.AppField name="effectiveAt">
        {(field) => (
          <field.MomentField label="From" hint="In your own zone; left empty, at once." min={localMoment(new Date())} />
        )}
      </form.AppField>
      <form.AppField name="source">
        {(field) => (
          <field.TextArea label="Where it was read" maxLength={noteMost} isReadOnly={missing !== undefined} />
        )}
      </form.AppField>
    </FormShell>
  );
}
