import type { PaymentEventView } from "@covenant/domain";
import { RelativeTime, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { lookOf, sentence } from "./event-words.ts";

export const eventColumns: readonly Column<PaymentEventView>[] = [
  {
    id: "type",
    header: "Event",
    cell: ({ type }) => <span className="font-mono text-mono wrap-anywhere">{type}</span>,
    width: "16rem",
  },
  { id: "state", header: "State", cell: (event) => <EventState event={event} />, width: "14rem" },
  {
    id: "problem",
    header: "Why",
    cell: ({ parked }) => <Why problem={parked?.problem ?? "–"} />,
  },
  {
    id: "heard",
    header: "Heard by",
    cell: ({ heardBy }) => (heardBy === "webhook" ? "webhook" : "asking"),
    width: "6rem",
    isHiddenWhenNarrow: true,
  },
  { id: "received", header: "Received", cell: ({ receivedAt }) => <RelativeTime at={receivedAt} />, width: "8rem" },
];

function Why({ problem }: { problem: string }) {
  return (
    <span className="wrap-anywhere" title={problem}>
      {sentence(problem)}
    </span>
  );
}

export function EventState({ event }: { event: PaymentEventView }) {
  const { label, tone } = lookOf(event);
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
