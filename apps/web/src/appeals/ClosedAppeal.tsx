import { type AppealPage, appealWords, newId, noteMost } from "@covenant/domain";
import { Button, Card } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { AppealStatus } from "./AppealStatus.tsx";

type Credentials = { email: string; password: string };
const appealForm = z.object({ words: appealWords });

/** For who can sign in no more because a decision closed the account: the appeal, or how it stands. */
export function ClosedAppeal({ credentials }: { credentials: Credentials }) {
  const [requestId] = useState(() => newId("request"));
  const [page, setPage] = useState<AppealPage | null>(null);
  const closing = useMutation(api.appeals.closing.mutationOptions({ onSuccess: setPage }));
  const shell = useFormShell({
    defaultValues: { words: "" },
    schema: appealForm,
    explainFailure: presentFailure,
    onSubmit: async ({ words }) => {
      await closing.mutateAsync({ requestId, ...credentials, words });
    },
  });
  const { form } = shell;
  if (page?.appeal) return <AppealStatus appeal={page.appeal} />;
  return (
    <Card title="Appeal the closing of your account">
      <FormShell
        shell={shell}
        submitLabel="Send the appeal"
        actions={
          <Button
            variant="quiet"
            onClick={() => closing.mutate({ requestId: newId("request"), ...credentials, words: null })}
          >
            See how my appeal stands
          </Button>
        }
      >
        <p className="measure text-ui font-normal">
          {page === null
            ? "It costs nothing. Somebody who had no part in the decision reads what you write and answers by mail, with reasons."
            : page.explanation}
        </p>
        <form.AppField name="words">
          {(field) => <field.TextArea label="Why is the decision wrong?" maxLength={noteMost} />}
        </form.AppField>
      </FormShell>
    </Card>
  );
}
