import { Disclosure } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";

const placesForm = z.object({
  places: z
    .nullable(z.int())
    .check(z.refine((places) => places !== null && places >= 1 && places <= 10_000, "A number from 1 to 10,000.")),
});

/** How many jobs our account may have in flight; what is beyond waits, and says so. */
export function PlacesForm({ provider, places }: { provider: string; places: number }) {
  const missing = reasonWithout(useStaff(), "provider.change");
  const queryClient = useQueryClient();
  const set = useMutation(
    api.routing.setPlaces.mutationOptions({ onSettled: () => queryClient.invalidateQueries(api.routing.pathFilter()) }),
  );
  const blank: { places: number | null } = { places };
  const shell = useFormShell({
    defaultValues: blank,
    schema: placesForm,
    explainFailure: presentFailure,
    onSubmit: async ({ places: wanted }) => {
      if (wanted === null) return;
      await set.mutateAsync({ provider, places: wanted });
      showToast({ tone: "ok", title: `${provider} may have ${wanted} in flight` });
    },
  });
  const { form } = shell;
  return (
    <Disclosure title={`Limit what ${provider} has in flight`}>
      <FormShell shell={shell} submitLabel="Set the limit" disabledReason={missing}>
        <form.AppField name="places">
          {(field) => (
            <field.NumberField
              label="Jobs in flight at most"
              hint="What the provider allows our account. Holds over all workers from the next attempt on."
              min={1}
              isReadOnly={missing !== undefined}
            />
          )}
        </form.AppField>
      </FormShell>
    </Disclosure>
  );
}
