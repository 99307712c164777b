import type { Signal } from "@covenant/domain";
import { EmptyState } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { categoryTitle, percentOf, signalSources } from "./case-words.ts";

const columns: readonly Column<Signal>[] = [
  { id: "source", header: "Who said so", cell: ({ source }) => signalSources[source], width: "12rem" },
  { id: "category", header: "Of what", cell: ({ category }) => categoryTitle(category) },
  {
    id: "confidence",
    header: "How sure",
    isNumeric: true,
    cell: ({ confidence }) => percentOf(confidence),
    width: "8rem",
  },
];

/** The independent voices that said the request breaks the rules. */
export function SignalTable({ signals }: { signals: readonly Signal[] }) {
  return (
    <DataTable
      label="Signals"
      columns={columns}
      page={{ state: "ready", rows: signals }}
      rowKey={({ source, category }) => `${source} ${category}`}
      empty={<EmptyState title="No signal was stored">The rulings below say what was known.</EmptyState>}
    />
  );
}
