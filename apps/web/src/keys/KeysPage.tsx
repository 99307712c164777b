import { type ApiKeyView, newId } from "@covenant/domain";
import {
  Banner,
  Button,
  Card,
  CodeBlock,
  CopyField,
  EmptyState,
  PageHeader,
  RelativeTime,
  StatusBadge,
} from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { RevokeButton } from "./RevokeButton.tsx";

const columns: readonly Column<ApiKeyView>[] = [
  { id: "name", header: "Name", cell: (key) => <span className="font-medium">{key.name}</span> },
  { id: "hint", header: "Key", cell: (key) => <code className="text-mono">{key.hint}…</code> },
  {
    id: "used",
    header: "Last used",
    cell: (key) => (key.lastUsedAt === null ? "never" : <RelativeTime at={key.lastUsedAt} />),
  },
  {
    id: "state",
    header: "State",
    width: "9rem",
    cell: ({ revokedAt }) =>
      revokedAt === null ? (
        <StatusBadge tone="ok">Active</StatusBadge>
      ) : (
        <StatusBadge tone="neutral">Revoked</StatusBadge>
      ),
  },
  {
    id: "revoke",
    header: "Revoke",
    isHeaderHidden: true,
    isInteractive: true,
    width: "7rem",
    cell: (key) => key.revokedAt === null && <RevokeButton apiKey={key} />,
  },
];

/** A member's API keys: create one, copy it while it is shown, revoke it when it leaked. */
export function KeysPage() {
  const keys = useQuery(api.keys.list.queryOptions());
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <PageBody>
      <PageHeader
        title="API keys"
        detail="A key spends your credits. Keep it out of browsers, repositories and chats."
      />
      {secret === null ? (
        <NewKey onCreated={setSecret} />
      ) : (
        <ShownOnce secret={secret} onDone={() => setSecret(null)} />
      )}
      <DataTable
        label="API keys"
        columns={columns}
        rowKey={(key) => key.id}
        page={tableRowsOf(keys)}
        empty={<EmptyState title="No keys yet">Create one above; it is shown once.</EmptyState>}
      />
    </PageBody>
  );
}

const keyForm = z.object({ name: z.string().check(z.trim(), z.minLength(1, "Name the program that will use it.")) });

function NewKey({ onCreated }: { onCreated: (secret: string) => void }) {
  const queryClient = useQueryClient();
  const [requestId] = useState(() => newId("request"));
  const create = useMutation(api.keys.create.mutationOptions());
  const shell = useFormShell({
    defaultValues: { name: "" },
    schema: keyForm,
    explainFailure: presentFailure,
    onSubmit: async ({ name }) => {
      const { secret } = await create.mutateAsync({ requestId, name });
      await queryClient.invalidateQueries({ queryKey: api.keys.list.queryKey() });
      onCreated(secret);
    },
  });
  return (
    <Card title="New key">
      <FormShell shell={shell} submitLabel="Create key">
        <shell.form.AppField name="name">
          {(field) => <field.TextField label="Name" hint="For you to recognise it by." />}
        </shell.form.AppField>
      </FormShell>
    </Card>
  );
}

function ShownOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <Card title="Your new key" actions={<Button onClick={onDone}>I have copied it</Button>}>
      <div className="flex flex-col gap-4">
        <Banner tone="warn" title="This is the only time it is shown" />
        <CopyField label="API key" value={secret} isShownOnce />
        <CodeBlock label="A first call" code={exampleOf(secret)} />
      </div>
    </Card>
  );
}

function exampleOf(secret: string): string {
  return `curl ${window.location.origin}/v1/images/generations \\
  -H "Authorization: Bearer ${secret}" \\
  -H "Content-Type: application/json" \\
  -d '{"model":"z-image","prompt":"a lighthouse at dusk"}'`;
}
