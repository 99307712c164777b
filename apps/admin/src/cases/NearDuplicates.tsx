import type { NearCase } from "@covenant/domain";
import { RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { paths } from "../paths.ts";
import { Section } from "../shell/PageBody.tsx";
import { caseLooks, categoryTitle } from "./case-words.ts";

const columns: readonly Column<NearCase>[] = [
  { id: "category", header: "Case", cell: ({ category }) => categoryTitle(category) },
  {
    id: "state",
    header: "State",
    cell: ({ state }) => <StatusBadge tone={caseLooks[state].tone}>{caseLooks[state].label}</StatusBadge>,
    width: "8rem",
  },
  { id: "opened", header: "Opened", cell: ({ openedAt }) => <RelativeTime at={openedAt} />, width: "9rem" },
  { id: "bits", header: "Bits apart", isNumeric: true, cell: ({ bits }) => bits, width: "8rem" },
];

/** Other requests' cases with a picture that is near one of this case's; nothing where there are none. */
export function NearDuplicates({ near }: { near: readonly NearCase[] }) {
  if (near.length === 0) return null;
  return (
    <Section title={near.length === 1 ? "1 near duplicate" : `${near.length} near duplicates`}>
      <DataTable
        label="Near duplicates"
        columns={columns}
        page={{ state: "ready", rows: near }}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.case(id)}
        empty={null}
      />
    </Section>
  );
}
