import { emailSchema } from "@covenant/domain";
import { PageHeader, TextLink } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { MailSent } from "./MailSent.tsx";

const forgotForm = z.object({ email: emailSchema });

/** Asks for a link that sets a new password. The page says the same whether the address has an account or not. */
export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useMutation(api.members.requestPasswordReset.mutationOptions());
  const resend = useMutation(api.members.requestPasswordReset.mutationOptions());
  const shell = useFormShell({
    defaultValues: { email: "" },
    schema: forgotForm,
    explainFailure: presentFailure,
    onSubmit: async ({ email }) => setSentTo((await request.mutateAsync({ email })).sentTo),
  });
  if (sentTo !== null) {
    return (
      <MailSent to={sentTo} resend={resend}>
        If {sentTo} has an account, a link is on its way to it. Open it within 30 minutes and set a new password.
      </MailSent>
    );
  }
  const { form } = shell;
  return (
    <PageBody width="form">
      <PageHeader title="Forgot your password?" detail="We mail you a link that sets a new one." />
      <FormShell
        shell={shell}
        submitLabel="Send the link"
        actions={<TextLink href={paths.signIn()}>Sign in instead</TextLink>}
      >
        <form.AppField name="email">
          {(field) => <field.TextField label="Email" type="email" autoComplete="username" />}
        </form.AppField>
      </FormShell>
    </PageBody>
  );
}
