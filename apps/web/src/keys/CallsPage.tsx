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
  {
    id: "call",
    header: "Call",
    cell: (call) => <span className="font-medium">{call.modelId ?? call.route.replace("/v1/", "")}</span>,
  },
  {
    id: "answer",
    header: "Answer",
    cell: ({ status, code }) => (
      <StatusBadge tone={status < 400 ? "ok" : status < 500 ? "bad" : "warn"}>
        {code === null ? `${status}` : `${status} ${code}`}
      </StatusBadge>
    ),
  },
  {
    id: "state",
    header: "Generation",
    isHiddenWhenNarrow: true,
    cell: ({ state }) =>
      state === null ? "none" : <StatusBadge tone={stateLook[state].tone}>{stateLook[state].label}</StatusBadge>,
  },
  { id: "credits", header: "Credits", isNumeric: true, cell: (call) => call.credits.toLocaleString("en-US") },
  {
    id: "time",
    header: "Took",
    isNumeric: true,
    cell: (call) => `${(call.durationMs / 1000).toFixed(1)} s`,
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
  const query = useInfiniteQuery(api.calls.list.infiniteQueryOptions({}, nextByCursor));
  return (
    <PageBody>
      <PageHeader
        title="Calls"
        detail="What your programs asked for, how each call was answered, and the credits it took."
      />
      <DataTable
        label="Calls"
        columns={columns}
        page={tablePageOf(query)}
        rowKey={(call) => call.id}
        rowHref={({ generationId }) => (generationId === null ? undefined : paths.generation(generationId))}
        empty={
          <EmptyState title="No calls yet" actions={<LinkButton href={paths.keys}>Create a key</LinkButton>}>
            Calls made with your keys are listed here.
          </EmptyState>
        }
      />
    </PageBody>
  );
}
