import { formatCredits, formatMoney, type RefundFile } from "@covenant/domain";
import { EmptyState, RelativeTime, StatusBadge } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { groundTitles, refundLooks, wayTitles } from "./order-words.ts";
import { failureWords } from "./refund-failure-words.ts";

const columns: readonly Column<RefundFile>[] = [
  { id: "amount", header: "Amount", cell: ({ amount }) => formatMoney(amount), width: "6rem" },
  { id: "state", header: "State", cell: (refund) => <RefundState refund={refund} />, width: "11rem" },
  { id: "why", header: "Why", cell: (refund) => <Why refund={refund} /> },
  { id: "credits", header: "Credits", cell: movedWords, width: "10rem" },
  { id: "asked", header: "Asked", cell: (refund) => <Asked refund={refund} />, width: "10rem" },
];

/** Every refund of the order, the newest first; one that failed stays, with what stopped it. */
export function RefundTable({ refunds }: { refunds: readonly RefundFile[] }) {
  return (
    <DataTable
      label="Refunds"
      columns={columns}
      page={{ state: "ready", rows: refunds }}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nothing went back">No refund of this order was asked for.</EmptyState>}
    />
  );
}

function RefundState({ refund: { state, problem } }: { refund: RefundFile }) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      <StatusBadge tone={refundLooks[state].tone}>{refundLooks[state].label}</StatusBadge>
      {problem !== null && <Failure problem={problem} />}
    </span>
  );
}

function Failure({ problem }: { problem: string }) {
  const { what, next } = failureWords(problem);
  return (
    <span className="text-small text-muted wrap-anywhere">
      {what} {next}
    </span>
  );
}

function Why({ refund: { ground, note, way } }: { refund: RefundFile }) {
  return (
    <span className="flex flex-col">
      <span>{groundTitles[ground]}</span>
      {way === "transfer" && <span className="text-small">{wayTitles[way]}</span>}
      <span className="text-small text-muted wrap-anywhere">{note}</span>
    </span>
  );
}

/** Who of the staff stands behind it, and when each of them did. */
function Asked({ refund: { askedAt, askedBy, approval } }: { refund: RefundFile }) {
  if (approval === null) return <Turn at={askedAt} by={askedBy === null ? null : `by ${askedBy.name}`} />;
  return (
    <span className="flex flex-col gap-1">
      <Turn at={approval.proposedAt} by={askedBy === null ? "proposed" : `proposed by ${askedBy.name}`} />
      <Turn at={askedAt} by={`approved by ${approval.by.name}`} />
    </span>
  );
}

function Turn({ at, by }: { at: string; by: string | null }) {
  return (
    <span className="flex flex-col">
      <RelativeTime at={at} />
      {by !== null && <span className="text-small text-muted wrap-anywhere">{by}</span>}
    </span>
  );
}

function movedWords({ state, moves: { reclaim, goodwill } }: RefundFile): string {
  if (state === "failed" && reclaim > 0) return `${formatCredits(reclaim)} came back`;
  if (goodwill > 0) return `${formatCredits(goodwill)} given`;
  return reclaim === 0 ? "none taken" : `${formatCredits(reclaim)} taken`;
}
