import { useState } from "react";
import * as z from "zod/mini";
import { Badge } from "../Badge.tsx";
import { FormShell } from "../FormShell.tsx";
import { type FormFailure, useFormShell } from "../use-form-shell.ts";
import { Specimen } from "./Specimen.tsx";

const topics = [
  { value: "order", label: "An order" },
  { value: "account", label: "My account" },
] as const;

const ticketSchema = z.object({
  email: z.string().check(z.email("Write an address we can answer to.")),
  topic: z.string().check(z.minLength(1, "Choose what it is about.")),
  message: z.string().check(z.minLength(10, "Tell us in at least 10 characters.")),
  agrees: z.boolean(),
});

const blank = { email: "", topic: "", message: "", agrees: false };

/** A form that is refused: by its schema while it is incomplete, by the server when the address is taken@example.com. */
export function KitForm() {
  const [isDirty, setDirty] = useState(false);
  const shell = useFormShell({
    defaultValues: blank,
    schema: ticketSchema,
    onSubmit: answerLikeAServer,
    explainFailure: explainKitFailure,
  });
  const { form } = shell;
  return (
    <Specimen title="Form" detail="Send it empty, then as taken@example.com, then as anyone else.">
      <FormShell
        shell={shell}
        submitLabel="Send message"
        onDirtyChange={setDirty}
        actions={isDirty && <Badge>Not sent</Badge>}
      >
        <form.AppField name="email">
          {(field) => <field.TextField label="E-mail" type="email" autoComplete="email" />}
        </form.AppField>
        <form.AppField name="topic">
          {(field) => <field.SelectField label="About" options={topics} placeholder="Choose a topic" />}
        </form.AppField>
        <form.AppField name="message">{(field) => <field.TextArea label="Message" />}</form.AppField>
        <form.AppField name="agrees">{(field) => <field.CheckboxField label="Send me a copy" />}</form.AppField>
      </FormShell>
    </Specimen>
  );
}

class KitRefusal extends Error {}

async function answerLikeAServer({ email }: { email: string }) {
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (email === "taken@example.com") throw new KitRefusal();
}

function explainKitFailure(error: unknown): FormFailure | null {
  if (!(error instanceof KitRefusal)) return null;
  return {
    title: "The message was not sent",
    detail: "This address belongs to an account that is closed. Nothing was changed.",
    requestId: "req_7Q2M4K9A",
    fields: { email: "Use another address." },
  };
}
