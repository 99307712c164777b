import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "../Button.tsx";
import { DataTable, type TablePage } from "../DataTable.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { type Filter, FilterBar, type FilterValues } from "../FilterBar.tsx";
import { Menu } from "../Menu.tsx";
import { RelativeTime } from "../RelativeTime.tsx";
import { Stack } from "../Stack.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import type { Column, Sort } from "../table-column.ts";
import type { Tone } from "../tone.ts";
import { useListKeys } from "../use-list-keys.ts";
import { Specimen } from "./Specimen.tsx";

type Parcel = { id: string; to: string; state: string; tone: Tone; grams: number; sentAt: string };

const parcels: readonly Parcel[] = [
  {
    id: "par_7Q2M4K",
    to: "Harbour Street 4, Bergen",
    state: "Delivered",
    tone: "ok",
    grams: 1240,
    sentAt: "2026-11-20T08:12:00Z",
  },
  {
    id: "par_8W1N5J",
    to: "Rue des Lilas 19, Lyon",
    state: "On its way",
    tone: "info",
    grams: 320,
    sentAt: "2026-11-19T16:40:00Z",
  },
  {
    id: "par_2B6T9D",
    to: "Via Roma 102, Torino",
    state: "Held at customs",
    tone: "warn",
    grams: 10810,
    sentAt: "2026-11-18T11:05:00Z",
  },
  {
    id: "par_5X3C7F",
    to: "Calle Mayor 7, Bilbao",
    state: "Lost",
    tone: "bad",
    grams: 87,
    sentAt: "2025-12-02T09:30:00Z",
  },
];

const columns: readonly Column<Parcel>[] = [
  { id: "id", header: "Parcel", cell: ({ id }) => <span className="font-mono text-mono">{id}</span>, width: "9rem" },
  { id: "to", header: "To", cell: ({ to }) => to },
  {
    id: "state",
    header: "State",
    cell: ({ state, tone }) => <StatusBadge tone={tone}>{state}</StatusBadge>,
    width: "11rem",
  },
  {
    id: "grams",
    header: "Weight",
    isNumeric: true,
    isSortable: true,
    cell: ({ grams }) => `${grams.toLocaleString("en")} g`,
    width: "8rem",
  },
  {
    id: "sentAt",
    header: "Sent",
    isSortable: true,
    cell: ({ sentAt }) => <RelativeTime at={sentAt} />,
    width: "11rem",
  },
  {
    id: "actions",
    header: "Actions",
    isHeaderHidden: true,
    isInteractive: true,
    isHiddenWhenNarrow: true,
    width: "4rem",
    cell: () => (
      <Menu
        label="Parcel actions"
        isIconOnly
        size="small"
        icon={<Ellipsis size={16} />}
        items={[{ id: "copy", label: "Copy id", onAction: () => undefined }]}
      />
    ),
  },
];

const filters: readonly Filter<"q" | "state" | "from">[] = [
  { kind: "search", id: "q", label: "Find a parcel" },
  { kind: "choice", id: "state", label: "State", anyLabel: "Any state", options: [{ value: "lost", label: "Lost" }] },
  { kind: "date", id: "from", label: "From" },
];

const faces: readonly { title: string; page: TablePage<Parcel>; isFiltered?: boolean }[] = [
  { title: "Loading", page: { state: "loading" } },
  { title: "Empty", page: { state: "ready", rows: [] } },
  { title: "No match", page: { state: "ready", rows: [] }, isFiltered: true },
  { title: "Failed", page: { state: "failed", title: "The parcels could not be loaded", requestId: "req_7Q2M4K9A" } },
];

const empty = <EmptyState title="No parcels yet">The first one appears here when it is handed in.</EmptyState>;
const noMatch = (
  <EmptyState title="No parcel matches" actions={<Button size="small">Drop “Lost”</Button>}>
    The state leaves out the most.
  </EmptyState>
);
const keys = parcels.map(({ id }) => id);

/** The table with rows, moved through with j and k, and in its other faces. */
export function KitTable() {
  const [values, setValues] = useState<FilterValues<"q" | "state" | "from">>({});
  const [selectedKey, setSelected] = useState<string | null>("par_8W1N5J");
  const [sort, setSort] = useState<Sort>({ columnId: "sentAt", direction: "descending" });
  const rowHref = ({ id }: Parcel) => `#${id}`;
  const onOpen = (key: string) => window.location.assign(`#${key}`);
  useListKeys({ keys, selectedKey, onSelect: setSelected, onOpen, noun: "parcel" });
  const next = { load: () => undefined, isLoading: false };
  const rowKey = ({ id }: Parcel) => id;
  return (
    <Specimen title="Table" detail="j and k move, Enter opens, / searches, ? lists the keys.">
      <Stack>
        <FilterBar filters={filters} values={values} onChange={setValues} />
        <DataTable
          label="Parcels"
          page={{ state: "ready", rows: parcels, next }}
          onSort={setSort}
          {...{ columns, rowKey, rowHref, selectedKey, sort, empty }}
        />
        <div className="grid items-start gap-4 md:grid-cols-2">
          {faces.map(({ title, page, isFiltered = false }) => (
            <DataTable
              key={title}
              label={title}
              columns={columns.slice(0, 3)}
              {...{ page, rowKey, empty, noMatch, isFiltered }}
            />
          ))}
        </div>
      </Stack>
    </Specimen>
  );
}
