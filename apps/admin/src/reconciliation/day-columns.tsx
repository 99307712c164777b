import { type DayView, formatBooked } from "@covenant/domain";
import { civilDayText, RelativeTime, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { dayLooks } from "./difference-words.ts";

export const dayColumns: readonly Column<DayView>[] = [
  {
    id: "day",
    header: "Day (UTC)",
    cell: ({ day }) => <time dateTime={day}>{civilDayText(day)}</time>,
    width: "11rem",
  },
  { id: "state", header: "State", cell: (day) => <DayState day={day} />, width: "10rem" },
  { id: "paid", header: "Paid", cell: (day) => <Paid day={day} /> },
  {
    id: "open",
    header: "Differences",
    isNumeric: true,
    cell: (day) => countOf(day, day.open),
    width: "7rem",
  },
  {
    id: "matched",
    header: "Agree",
    isNumeric: true,
    cell: (day) => countOf(day, day.matched),
    width: "6rem",
  },
  { id: "compared", header: "Compared", cell: ({ comparedAt }) => <Compared at={comparedAt} />, width: "8rem" },
];

const paidOf = ({ currency, theirs }: DayView["sums"][number]) => ({ amountMinor: theirs.paid, currency });

export function DayState({ day: { state } }: { day: Pick<DayView, "state"> }) {
  return <StatusBadge tone={dayLooks[state].tone}>{dayLooks[state].label}</StatusBadge>;
}

/** Of a day that was never compared nothing is known, which is not the same as nothing. */
const countOf = ({ comparedAt }: DayView, count: number) => (comparedAt === null ? "–" : count.toLocaleString("en-US"));

function Paid({ day: { comparedAt, sums } }: { day: DayView }) {
  return comparedAt === null ? <span className="text-muted">not known</span> : <Amounts amounts={sums.map(paidOf)} />;
}

function Amounts({ amounts }: { amounts: readonly { amountMinor: number; currency: string }[] }) {
  const paid = amounts.filter(({ amountMinor }) => amountMinor !== 0);
  if (paid.length === 0) return <span className="text-muted">nothing</span>;
  return <span className="tabular">{paid.map(formatBooked).join(", ")}</span>;
}

function Compared({ at }: { at: string | null }) {
  return at === null ? <span className="text-muted">not yet</span> : <RelativeTime at={at} />;
}
