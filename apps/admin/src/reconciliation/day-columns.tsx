import { type DayView, formatBooked } from "@covenant/domain";
import { RelativeTime, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { dayLooks, dayWords } from "./difference-words.ts";

export const dayColumns: readonly Column<DayView>[] = [
  { id: "day", header: "Day (UTC)", cell: ({ day }) => <time dateTime={day}>{dayWords(day)}</time>, width: "11rem" },
  { id: "state", header: "State", cell: (day) => <DayState day={day} />, width: "10rem" },
  { id: "paid", header: "Paid", cell: ({ sums }) => <Amounts amounts={sums.map(paidOf)} /> },
  {
    id: "open",
    header: "Differences",
    isNumeric: true,
    cell: ({ open }) => open.toLocaleString("en-US"),
    width: "7rem",
  },
  {
    id: "matched",
    header: "Agree",
    isNumeric: true,
    cell: ({ matched }) => matched.toLocaleString("en-US"),
    width: "6rem",
  },
  { id: "compared", header: "Compared", cell: ({ comparedAt }) => <Compared at={comparedAt} />, width: "8rem" },
];

const paidOf = ({ currency, theirs }: DayView["sums"][number]) => ({ amountMinor: theirs.paid, currency });

export function DayState({ day: { state } }: { day: Pick<DayView, "state"> }) {
  return <StatusBadge tone={dayLooks[state].tone}>{dayLooks[state].label}</StatusBadge>;
}

function Amounts({ amounts }: { amounts: readonly { amountMinor: number; currency: string }[] }) {
  const paid = amounts.filter(({ amountMinor }) => amountMinor !== 0);
  if (paid.length === 0) return <span className="text-muted">nothing</span>;
  return <span className="tabular">{paid.map(formatBooked).join(", ")}</span>;
}

function Compared({ at }: { at: string | null }) {
  return at === null ? <span className="text-muted">not yet</span> : <RelativeTime at={at} />;
}
