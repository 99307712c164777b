import type { CallView } from "@covenant/domain";
import { EmptyState, LinkButton, PageHeader, RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable, nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { stateLook } from "../shell/state-look.ts";

const columns: readonly Column<CallView>[] = [
  { id: "model", header: "Model", cell: (call) => <span className="font-medium">{call.modelId}</span> },
  {
    id: "state",
    header: "Result",
    cell: (call) => (
      <StatusBadge tone={stateLook[call.state].tone}>{`${call.status} ${stateLook[call.state].label}`}</StatusBadge>
    ),
  },
  { id: "credits", header: "Credits", isNumeric: true, cell: (call) => call.credits.toLocaleString("en-US") },
  {
    id: "time",
    header: "Took",
    isNumeric: true,
    cell: (call) => (call.durationMs === null ? "…" : `${(call.durationMs / 1000).toFixed(1)} s`),
  },
  {
    id: "key",
    header: "Key",
    isHiddenWhenNarrow: true,
    cell: (call) => <code className="text-mono">{call.keyHint}…</code>,
  },
  { id: "when", header: "When", cell: (call) => <RelativeTime at={call.at} /> },
];

/** Every call of a member's programs. */
export function CallsPage() {
  const query = useInfiniteQuery(api.keys.calls.infiniteQueryOptions({}, nextByCursor));
  return (
    <PageBody>
      <PageHeader title="Calls" detail="Model, time and the credits each call took." />
      <DataTable
        label="Calls"
        columns={columns}
        page={tablePageOf(query)}
        rowKey={(call) => call.generationId}
        rowHref={(call) => paths.generation(call.generationId)}
        empty={
          <EmptyState title="No calls yet" actions={<LinkButton href={paths.keys}>Create a key</LinkButton>}>
            Calls made with your keys are listed here.
          </EmptyState>
        }
      />
    </PageBody>
  );
}
