import type { DifferenceView } from "@covenant/domain";
import { EmptyState, type Fact, KeyValue, RelativeTime, StatusBadge, TextLink } from "@covenant/ui";
import { CircleCheck } from "lucide-react";
import { paths } from "../paths.ts";
import { FullId } from "../shell/ShortId.tsx";
import { differenceWords, nextWords, otherSide, sideWords } from "./difference-words.ts";

/** Each difference of the day by name: what both sides say, what it belongs to, and what to do next. */
export function DifferenceList({ differences }: { differences: readonly DifferenceView[] }) {
  if (differences.length === 0) return <NoDifference />;
  return (
    <ol className="flex flex-col divide-y rounded-card border bg-surface">
      {differences.map((difference) => (
        <li key={difference.id} className="flex flex-col gap-2 px-5 py-4">
          <Difference difference={difference} />
        </li>
      ))}
    </ol>
  );
}

function Difference({ difference }: { difference: DifferenceView }) {
  const { kind, foundAt, resolvedAt } = difference;
  const { title } = differenceWords[kind];
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-ui font-medium">{title}</h3>
        <StatusBadge tone={resolvedAt === null ? "bad" : "neutral"}>
          {resolvedAt === null ? "Open" : "Resolved"}
        </StatusBadge>
        <span className="ml-auto text-small text-muted">
          {resolvedAt === null ? "found " : "gone "}
          <RelativeTime at={resolvedAt ?? foundAt} />
        </span>
      </div>
      <KeyValue facts={factsOf(difference)} />
      {resolvedAt === null && <p className="measure text-ui font-normal text-muted">{nextWords(difference)}</p>}
    </>
  );
}

function factsOf(difference: DifferenceView): Fact[] {
  const { ours, theirs, unit, orderId, refundId, disputeId, processorId } = difference;
  const idFact = (label: string, id: string | null): Fact[] =>
    id === null ? [] : [{ label, value: <FullId id={id} /> }];
  return [
    { label: "Ours", value: sideWords(ours, unit) },
    { label: otherSide(difference), value: sideWords(theirs, unit) },
    ...(orderId === null
      ? []
      : [{ label: "Order", value: <TextLink href={paths.order(orderId)}>{orderId}</TextLink> }]),
    ...idFact("Refund", refundId),
    ...idFact("Dispute", disputeId),
    ...idFact("Stripe's id", processorId),
    ...eventsFact(difference),
  ];
}

/** Stripe tells of checkouts, refunds and disputes; a payment alone is named by none of its events. */
function eventsFact({ orderId, processorId }: DifferenceView): Fact[] {
  const about = orderId ?? processorId;
  if (about === null || /^(pi|txn)_/.test(about)) return [];
  const href = paths.paymentEvents({ show: "all", about });
  return [{ label: "Heard of it", value: <TextLink href={href}>Its payment events</TextLink> }];
}

function NoDifference() {
  return (
    <div className="rounded-card border bg-surface">
      <EmptyState title="No difference" icon={<CircleCheck aria-hidden size={24} />} level={3}>
        Every payment, refund and dispute of the day agrees with Stripe, and every order with the ledger.
      </EmptyState>
    </div>
  );
}
