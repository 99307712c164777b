import { refusalOf, type SignInRequest, signInRequest } from "@covenant/domain";
import { Banner, PageHeader, TextLink } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { tellOtherWindows } from "../shell/other-windows.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";

const blank = { email: "", password: "" };

type SignInPageProps = {
  /** What is offered to who has the password of an account that a decision closed. */
  ofClosedAccount: (credentials: SignInRequest) => ReactNode;
};

/** Email and password, and back to where the visitor wanted to go. */
export function SignInPage({ ofClosedAccount }: SignInPageProps) {
  const [closed, setClosed] = useState<SignInRequest | null>(null);
  const { name, demo } = useStorefront();
  const router = useRouter();
  const queryClient = useQueryClient();
  const signIn = useMutation(
    api.members.signIn.mutationOptions({
      onMutate: () => setClosed(null),
      onError: (error, request) => setClosed(refusalOf(error)?.code === "member/account-closed" ? request : null),
    }),
  );
  const shell = useFormShell({
    defaultValues: blank,
    schema: signInRequest,
    explainFailure: presentFailure,
    onSubmit: async (request) => {
      const member = await signIn.mutateAsync(request);
      tellOtherWindows();
      queryClient.setQueryData(api.members.me.queryKey(), member);
      // The route leads on who is a member now.
      await router.invalidate();
    },
  });
  const { form } = shell;
  return (
    <PageBody width="form">
      <PageHeader title={`Sign in to ${name}`} />
      {demo && (
        <Banner tone="info" title="Demo account">
          member@demo.test with the password that the start of the program printed.
        </Banner>
      )}
      <FormShell
        shell={shell}
        submitLabel="Sign in"
        actions={
          <>
            <TextLink href={paths.signUp}>Create an account</TextLink>
            <TextLink href={paths.forgotPassword}>Forgot your password?</TextLink>
          </>
        }
      >
        <form.AppField name="email">
          {(field) => <field.TextField label="Email" type="email" autoComplete="username" />}
        </form.AppField>
        <form.AppField name="password">
          {(field) => <field.TextField label="Password" type="password" autoComplete="current-password" />}
        </form.AppField>
      </FormShell>
      {closed !== null && ofClosedAccount(closed)}
    </PageBody>
  );
}
