import { formatMoney, type ProposalView, storefrontNames } from "@covenant/domain";
import { RelativeTime, StatusBadge, type Tone } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";

const kindNames = { refund: "Refund" } as const satisfies Record<ProposalView["kind"], string>;

const looks = {
  open: { label: "Waits for a second person", tone: "warn" },
  approved: { label: "Approved", tone: "ok" },
  declined: { label: "Declined", tone: "neutral" },
} as const satisfies Record<ProposalView["state"], { label: string; tone: Tone }>;

export const proposalColumns: readonly Column<ProposalView>[] = [
  {
    id: "what",
    header: "What",
    cell: ({ kind, amount }) => `${kindNames[kind]} of ${formatMoney(amount)}`,
    width: "12rem",
  },
  { id: "state", header: "State", cell: (proposal) => <State proposal={proposal} />, width: "14rem" },
  { id: "why", header: "Why", cell: ({ note }) => <span className="wrap-anywhere">{note}</span> },
  { id: "storefront", header: "Storefront", cell: ({ storefront }) => storefrontNames[storefront], width: "9rem" },
  { id: "by", header: "Proposed by", cell: ({ proposedBy }) => proposedBy.name, width: "10rem" },
  { id: "when", header: "When", cell: ({ proposedAt }) => <RelativeTime at={proposedAt} />, width: "8rem" },
];

function State({ proposal: { state, decidedBy, reason } }: { proposal: ProposalView }) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      <StatusBadge tone={looks[state].tone}>{looks[state].label}</StatusBadge>
      {decidedBy !== null && <span className="text-small text-muted">by {decidedBy.name}</span>}
      {reason !== null && <span className="text-small text-muted wrap-anywhere">{reason}</span>}
    </span>
  );
}
