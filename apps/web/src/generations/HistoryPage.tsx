import type { ArtifactView, GenerationSummary } from "@covenant/domain";
import { EmptyState, LinkButton, PageHeader, RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable, nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { stateLook } from "../shell/state-look.ts";
import { useStorefront } from "../shell/use-storefront.ts";
import { Thumbnail } from "./Thumbnail.tsx";

const columns: readonly Column<GenerationSummary>[] = [
  { id: "what", header: "Generation", cell: (row) => <Title row={row} /> },
  {
    id: "state",
    header: "State",
    cell: (row) => <State row={row} />,
  },
  { id: "credits", header: "Charged", isNumeric: true, cell: (row) => row.credits.toLocaleString("en-US") },
  { id: "when", header: "When", cell: (row) => <RelativeTime at={row.createdAt} /> },
];

/** Everything a member asked for, newest first. */
export function HistoryPage() {
  const { studio } = useStorefront();
  const query = useInfiniteQuery(api.generations.list.infiniteQueryOptions({}, nextByCursor));
  return (
    <PageBody>
      <PageHeader
        title="History"
        detail={
          studio === "model-3d"
            ? "Entries stay for 60 days, without the files: those are gone soon after delivery."
            : undefined
        }
        actions={
          <LinkButton href={paths.create} variant="primary">
            Create
          </LinkButton>
        }
      />
      <DataTable
        label="Generations"
        columns={columns}
        page={tablePageOf(query)}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.generation(row.id)}
        empty={
          <EmptyState title="Nothing here yet" actions={<LinkButton href={paths.create}>Create the first</LinkButton>}>
            What you generate is listed here with its files, its cost and its receipts.
          </EmptyState>
        }
      />
    </PageBody>
  );
}

function State({ row: { state, preview } }: { row: GenerationSummary }) {
  return (
    <span className="flex flex-col items-start gap-1">
      <StatusBadge tone={stateLook[state].tone}>{stateLook[state].label}</StatusBadge>
      {preview !== null && <FilesLine file={preview} />}
    </span>
  );
}

/** What became of the files: gone, or when they go; nothing where they stay until they are deleted. */
function FilesLine({ file: { url, keepUntil } }: { file: ArtifactView }) {
  if (url === null) return <span className="text-small text-muted">Files deleted</span>;
  if (keepUntil === null) return null;
  return (
    <span className="text-small text-muted">
      Files go <RelativeTime at={keepUntil} />
    </span>
  );
}

function Title({ row }: { row: GenerationSummary }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Thumbnail artifact={row.preview} />
      <span className="flex min-w-0 flex-col">
        <span className="font-medium">{row.modelName}</span>
        <span className="line-clamp-1 text-small text-muted">{row.prompt ?? "No prompt"}</span>
      </span>
    </span>
  );
}
