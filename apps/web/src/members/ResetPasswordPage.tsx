import { passwordSchema, refusalOf } from "@covenant/domain";
import { EmptyState, ErrorState, LinkButton, PageHeader } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";

const route = getRouteApi("/reset-password");
const newPasswordForm = z.object({ password: passwordSchema });

/** The page behind the mailed link: a new password, and every session ends. */
export function ResetPasswordPage() {
  const { token } = route.useSearch();
  const queryClient = useQueryClient();
  const reset = useMutation(
    api.members.resetPassword.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.members.me.queryKey() }),
    }),
  );
  const shell = useFormShell({
    defaultValues: { password: "" },
    schema: newPasswordForm,
    explainFailure: presentFailure,
    onSubmit: async ({ password }) => reset.mutateAsync({ token, password }),
  });
  if (refusalOf(reset.error)?.code === "member/token-spent") return <LinkSpent />;
  if (reset.isSuccess) return <PasswordSet />;
  const { form } = shell;
  return (
    <PageBody width="form">
      <PageHeader title="Set a new password" detail="Wherever you are signed in now, you will be signed out." />
      <FormShell shell={shell} submitLabel="Set the password">
        <form.AppField name="password">
          {(field) => (
            <field.TextField
              label="New password"
              type="password"
              autoComplete="new-password"
              hint="At least 15 characters of any kind."
            />
          )}
        </form.AppField>
      </FormShell>
    </PageBody>
  );
}

function LinkSpent() {
  return (
    <PageBody width="form">
      <ErrorState
        level={1}
        title="This link was used or is too old."
        consequence="Your password is as it was. A link works once, for 30 minutes."
        actions={<LinkButton href={paths.forgotPassword}>Ask for a new link</LinkButton>}
      />
    </PageBody>
  );
}

function PasswordSet() {
  return (
    <PageBody width="form">
      <EmptyState
        level={1}
        icon={<CircleCheck size={24} />}
        title="Your password is set"
        actions={
          <LinkButton href={paths.signIn()} variant="primary">
            Sign in
          </LinkButton>
        }
      >
        Everybody who was signed in is signed out, and your email is confirmed.
      </EmptyState>
    </PageBody>
  );
}
