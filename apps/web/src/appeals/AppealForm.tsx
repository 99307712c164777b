import { type AppealPage, appealWords, newId, noteMost } from "@covenant/domain";
import { Card } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

const appealForm = z.object({ words: appealWords });

/** The member's own words, and one button. */
export function AppealForm({ page: { about, explanation } }: { page: AppealPage }) {
  // Made once, so that a press that is sent twice is one appeal.
  const [requestId] = useState(() => newId("request"));
  const queryClient = useQueryClient();
  const make = useMutation(api.appeals.make.mutationOptions());
  const shell = useFormShell({
    defaultValues: { words: "" },
    schema: appealForm,
    explainFailure: presentFailure,
    onSubmit: async ({ words }) => {
      await make.mutateAsync({ requestId, about, words });
      await Promise.all(
        [api.appeals, api.standing, api.generations].map((part) => queryClient.invalidateQueries(part.pathFilter())),
      );
    },
  });
  const { form } = shell;
  return (
    <Card title="Appeal this">
      <FormShell shell={shell} submitLabel="Send the appeal">
        <p className="measure text-ui font-normal">
          {explanation} Somebody who had no part in the decision reads what you write and answers with reasons. If the
          decision was wrong, it is undone.
        </p>
        <form.AppField name="words">
          {(field) => <field.TextArea label="Why is the decision wrong?" maxLength={noteMost} />}
        </form.AppField>
      </FormShell>
    </Card>
  );
}
