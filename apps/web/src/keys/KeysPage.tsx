import { type ApiKeyView, formatCredits } from "@covenant/domain";
import {
  Banner,
  Button,
  Card,
  CodeBlock,
  CopyField,
  dayText,
  EmptyState,
  PageHeader,
  RelativeTime,
  StatusBadge,
} from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { type CreatedKey, NewKey } from "./NewKey.tsx";
import { RevokeButton } from "./RevokeButton.tsx";

const columns: readonly Column<ApiKeyView>[] = [
  { id: "name", header: "Name", cell: (key) => <span className="font-medium">{key.name}</span> },
  { id: "hint", header: "Key", cell: (key) => <code className="text-mono">{key.hint}…</code> },
  {
    id: "used",
    header: "Last used",
    width: "7rem",
    cell: (key) => (key.lastUsedAt === null ? "never" : <RelativeTime at={key.lastUsedAt} />),
  },
  { id: "models", header: "May call", cell: ({ models }) => (models.length === 0 ? "every model" : models.join(", ")) },
  {
    id: "end",
    header: "Ends",
    width: "8rem",
    cell: ({ expiresAt }) => (expiresAt === null ? "when revoked" : dayText(expiresAt)),
  },
  {
    id: "month",
    header: "This month",
    isNumeric: true,
    width: "11rem",
    cell: ({ usedThisMonth, monthlyCredits }) =>
      monthlyCredits === null
        ? formatCredits(usedThisMonth)
        : `${usedThisMonth.toLocaleString("en-US")} of ${formatCredits(monthlyCredits)}`,
  },
  {
    id: "state",
    header: "State",
    width: "9rem",
    cell: (key) => {
      const { label, tone } = stateOf(key);
      return <StatusBadge tone={tone}>{label}</StatusBadge>;
    },
  },
  {
    id: "revoke",
    header: "Revoke",
    isHeaderHidden: true,
    isInteractive: true,
    width: "7rem",
    cell: (key) => stateOf(key).tone === "ok" && <RevokeButton apiKey={key} />,
  },
];

function stateOf({ revokedAt, expiresAt }: ApiKeyView) {
  if (revokedAt !== null) return { label: "Revoked", tone: "neutral" } as const;
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) return { label: "Expired", tone: "neutral" } as const;
  return { label: "Active", tone: "ok" } as const;
}

/** A member's API keys: create one, copy it while it is shown, revoke it when it leaked. */
export function KeysPage() {
  const keys = useQuery(api.keys.list.queryOptions());
  const [created, setCreated] = useState<CreatedKey | null>(null);
  return (
    <PageBody>
      <PageHeader
        title="API keys"
        detail="A key spends your credits. Keep it out of browsers, repositories and chats."
      />
      {created === null ? (
        <NewKey onCreated={setCreated} />
      ) : (
        <ShownOnce created={created} onDone={() => setCreated(null)} />
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

function ShownOnce({ created, onDone }: { created: CreatedKey; onDone: () => void }) {
  return (
    <Card title="Your new key" actions={<Button onClick={onDone}>I have copied it</Button>}>
      <div className="flex flex-col gap-4">
        <Banner tone="warn" title="This is the only time it is shown" />
        <CopyField label="API key" value={created.secret} isShownOnce />
        <CodeBlock label="A first call" code={exampleOf(created)} />
      </div>
    </Card>
  );
}

function exampleOf({ secret, model }: CreatedKey): string {
  return `curl ${window.location.origin}/v1/images/generations \\
  -H "Authorization: Bearer ${secret}" \\
  -H "Content-Type: application/json" \\
  -d '{"model":"${model}","prompt":"a lighthouse at dusk"}'`;
}
