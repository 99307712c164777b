import { PageHeader, ThemeToggle } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { DemoCode } from "./DemoCode.tsx";

const route = getRouteApi("/sign-in");
const blank = { email: "", password: "", code: "" };

const signInForm = z.object({
  email: z.string().check(z.trim(), z.toLowerCase(), z.email("Write the email you have here.")),
  password: z.string().check(z.minLength(1, "Write your password.")),
  code: z.string().check(z.overwrite(withoutSpaces), z.regex(/^\d{6}$/, "Write the six digits of your app.")),
});

/** The console's door: password and second factor together, and back to where the person wanted to go. */
export function SignInPage() {
  const shell = useSignInForm();
  const { form } = shell;
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-8 bg-bg px-4 py-12 text-body text-text">
      <div className="flex w-full max-w-sm flex-col gap-6 rounded-card border bg-surface p-6">
        <PageHeader title="Staff console" detail="Covenant, for those who decide. Every sign-in is recorded." />
        <FormShell shell={shell} submitLabel="Sign in">
          <form.AppField name="email">
            {(field) => <field.TextField label="Email" type="email" autoComplete="username" autoFocus />}
          </form.AppField>
          <form.AppField name="password">
            {(field) => <field.TextField label="Password" type="password" autoComplete="current-password" />}
          </form.AppField>
          <form.AppField name="code">
            {(field) => (
              <field.TextField
                label="Six-digit code"
                hint="From your authenticator app."
                inputMode="numeric"
                autoComplete="one-time-code"
                isCode
                maxLength={7}
              />
            )}
          </form.AppField>
          <form.Subscribe selector={({ values }) => values.email}>
            {(email) => <DemoCode email={email} onUse={(code) => form.setFieldValue("code", code)} />}
          </form.Subscribe>
        </FormShell>
      </div>
      <ThemeToggle />
    </main>
  );
}

function useSignInForm() {
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const signIn = useMutation(api.door.signIn.mutationOptions());
  return useFormShell({
    defaultValues: blank,
    schema: signInForm,
    explainFailure: presentFailure,
    onSubmit: async (request) => {
      const staff = await signIn.mutateAsync(request);
      queryClient.setQueryData(api.door.me.queryKey(), staff);
      await router.navigate({ href: insideOf(next) });
    },
  });
}

/** Apps show "123 456"; a person may copy the space along. */
function withoutSpaces(code: string): string {
  return code.replace(/\s/g, "");
}

/** Only an address of this site is followed. */
function insideOf(next: string | undefined): string {
  return next?.startsWith("/") === true && !next.startsWith("//") ? next : paths.overview;
}
