import { type CaseSummary, storefrontNames } from "@covenant/domain";
import { RelativeTime, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { DueTime } from "../shell/DueTime.tsx";
import { caseTitle, outcomeLooks } from "./case-words.ts";

const category: Column<CaseSummary> = {
  id: "category",
  header: "Case",
  cell: (row) => caseTitle(row),
};
const storefront: Column<CaseSummary> = {
  id: "storefront",
  header: "Storefront",
  cell: (row) => storefrontNames[row.storefront],
  width: "10rem",
};
const opened: Column<CaseSummary> = {
  id: "opened",
  header: "Opened",
  cell: ({ openedAt }) => <RelativeTime at={openedAt} />,
  width: "9rem",
};

/** The queue: what waits, and how much time it has. */
export const openColumns: readonly Column<CaseSummary>[] = [
  category,
  storefront,
  {
    id: "credits",
    header: "Credits waiting",
    isNumeric: true,
    cell: ({ kind, creditsUnderReview }) => (kind === "prompt" ? creditsUnderReview.toLocaleString("en-US") : "–"),
    width: "9rem",
  },
  opened,
  { id: "due", header: "Due", cell: ({ dueAt }) => <DueTime dueAt={dueAt} />, width: "11rem" },
];

/** What was decided, and how; no clock runs any more. */
export const decidedColumns: readonly Column<CaseSummary>[] = [
  category,
  storefront,
  opened,
  { id: "outcome", header: "Outcome", cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />, width: "12rem" },
];

function OutcomeBadge({ outcome }: Pick<CaseSummary, "outcome">) {
  if (outcome === null) return <StatusBadge tone="neutral">Lapsed</StatusBadge>;
  return <StatusBadge tone={outcomeLooks[outcome].tone}>{outcomeLooks[outcome].label}</StatusBadge>;
}
