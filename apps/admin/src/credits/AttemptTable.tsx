import { choiceWords, type GenerationId, type StaffAttemptView } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge, type Tone } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";

const looks = {
  "under-way": { label: "Under way", tone: "info" },
  delivered: { label: "Delivered", tone: "ok" },
  failed: { label: "Failed", tone: "bad" },
} as const satisfies Record<StaffAttemptView["outcome"], { label: string; tone: Tone }>;

const columns: readonly Column<StaffAttemptView>[] = [
  { id: "number", header: "Try", isNumeric: true, cell: ({ number }) => number, width: "4rem" },
  {
    id: "outcome",
    header: "Outcome",
    cell: ({ outcome }) => <StatusBadge tone={looks[outcome].tone}>{looks[outcome].label}</StatusBadge>,
    width: "8rem",
  },
  { id: "why", header: "Where and why", cell: (attempt) => <Choice attempt={attempt} /> },
  { id: "at", header: "Begun", cell: ({ at }) => <RelativeTime at={at} />, width: "8rem" },
];

/** Where each try of a generation was sent, why there, and how it failed. */
export function AttemptTable({ generationId }: { generationId: GenerationId }) {
  const attempts = useQuery(api.generations.attempts.queryOptions({ generationId }));
  return (
    <DataTable
      label="Attempts"
      columns={columns}
      page={tableRowsOf(attempts)}
      rowKey={({ number }) => `${number}`}
      empty={
        <EmptyState title="Nothing was sent">
          It was blocked, cancelled or stopped before a provider was asked.
        </EmptyState>
      }
    />
  );
}

function Choice({ attempt }: { attempt: StaffAttemptView }) {
  const { failure, usage, erased } = attempt;
  return (
    <span className="flex flex-col py-1 whitespace-normal">
      {choiceWords(attempt).map((line) => (
        <span key={line} className="text-small wrap-anywhere">
          {line}
        </span>
      ))}
      {failure !== null && (
        <span className="text-small text-muted">
          Failed at {failure.stage} ({failure.class}): {failure.detail}
        </span>
      )}
      {usage !== null && (
        <span className="text-small text-muted tabular">
          {usage.inputTokens.toLocaleString("en-US")} tokens in, {usage.outputTokens.toLocaleString("en-US")} out
        </span>
      )}
      {erased !== null && (
        <span className="text-small text-muted">
          {erased.answer === "erased" ? "Erased" : "Found gone"} at the provider <RelativeTime at={erased.at} />
        </span>
      )}
    </span>
  );
}
