import { passwordSchema, signUpRequest } from "@covenant/domain";
import { civilDayText, PageHeader, TextLink } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";
import { countries } from "./countries.ts";
import { MailSent } from "./MailSent.tsx";

const blank = { email: "", password: "", bornOn: "", country: "", accepts: false };

const signUpForm = z.object({
  email: z.string().check(z.email("Write your email address.")),
  password: passwordSchema,
  bornOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "Write your date of birth.")),
  country: z.string().check(z.minLength(2, "Choose where you live.")),
  accepts: z.boolean().check(z.refine((accepts) => accepts, "Read and accept the terms to go on.")),
});

/** A new account: who, how old, where, and under which version of the terms. */
export function SignUpPage() {
  const { name, minimumAge, termsVersion, announcedTerms } = useStorefront();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const signUp = useMutation(api.members.signUp.mutationOptions());
  const resend = useMutation(api.members.resendConfirmation.mutationOptions());
  const shell = useFormShell({
    defaultValues: blank,
    schema: signUpForm,
    explainFailure: presentFailure,
    onSubmit: async ({ accepts: _, ...person }) => {
      const request = signUpRequest.parse({ ...person, acceptedTermsVersion: termsVersion });
      setSentTo((await signUp.mutateAsync(request)).sentTo);
    },
  });
  if (sentTo !== null) {
    return (
      <MailSent to={sentTo} resend={resend}>
        We sent a link to {sentTo}. Open it to confirm your address, then sign in.
      </MailSent>
    );
  }
  const { form } = shell;
  return (
    <PageBody width="form">
      <PageHeader
        title={`Join ${name}`}
        detail={`You must be at least ${minimumAge}, or the age your country asks for.`}
      />
      <FormShell
        shell={shell}
        submitLabel="Create account"
        actions={<TextLink href={paths.signIn()}>Sign in instead</TextLink>}
      >
        <form.AppField name="email">
          {(field) => <field.TextField label="Email" type="email" autoComplete="email" />}
        </form.AppField>
        <form.AppField name="password">
          {(field) => (
            <field.TextField
              label="Password"
              type="password"
              autoComplete="new-password"
              hint="At least 15 characters of any kind."
            />
          )}
        </form.AppField>
        <form.AppField name="bornOn">
          {(field) => <field.DateField label="Date of birth" autoComplete="bday" />}
        </form.AppField>
        <form.AppField name="country">
          {(field) => <field.SelectField label="Country" options={countries} placeholder="Choose a country" />}
        </form.AppField>
        <form.AppField name="accepts">
          {(field) => <field.CheckboxField label={<AcceptLabel version={termsVersion} />} />}
        </form.AppField>
        {announcedTerms && <NextTerms version={announcedTerms.version} />}
      </FormShell>
    </PageBody>
  );
}

function AcceptLabel({ version }: { version: string }) {
  return (
    <>
      I accept the <TextLink href={paths.legal("terms")}>terms</TextLink>, version {version}, and have read how{" "}
      <TextLink href={paths.legal("privacy")}>data is handled</TextLink>.
    </>
  );
}

/** Whoever joins now hears of the version that follows, as members do. */
function NextTerms({ version }: { version: string }) {
  return (
    <p className="text-small text-muted">
      Another version takes effect on {civilDayText(version)}.{" "}
      <TextLink href={paths.termsChanges(version)}>What changes</TextLink>
    </p>
  );
}
