import { type AppealSummary, storefrontNames } from "@covenant/domain";
import { RelativeTime, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { DueTime } from "../shell/DueTime.tsx";
import { lookOf } from "./appeal-words.ts";

const title: Column<AppealSummary> = { id: "title", header: "Against", cell: (row) => row.title };
const storefront: Column<AppealSummary> = {
  id: "storefront",
  header: "Storefront",
  cell: (row) => storefrontNames[row.storefront],
  width: "10rem",
};
const received: Column<AppealSummary> = {
  id: "received",
  header: "Received",
  cell: ({ receivedAt }) => <RelativeTime at={receivedAt} />,
  width: "9rem",
};
const state: Column<AppealSummary> = {
  id: "state",
  header: "State",
  cell: (row) => <StatusBadge tone={lookOf(row).tone}>{lookOf(row).label}</StatusBadge>,
  width: "11rem",
};

/** The queue: what waits, whether somebody looks at it, and by when it is answered. */
export const openColumns: readonly Column<AppealSummary>[] = [
  title,
  storefront,
  received,
  state,
  { id: "due", header: "Answer due", cell: ({ dueAt }) => <DueTime dueAt={dueAt} />, width: "11rem" },
];

/** What was answered, and how. */
export const answeredColumns: readonly Column<AppealSummary>[] = [title, storefront, received, state];
