import { type EntryView, formatCredits, type LotView } from "@covenant/domain";
import { EmptyState, LinkButton, PageHeader, RelativeTime, TextLink } from "@covenant/ui";
import { type Column, DataTable, nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { tablePageOf, tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useMember } from "../shell/use-member.ts";

const lotColumns: readonly Column<LotView>[] = [
  { id: "source", header: "From", cell: (lot) => lot.source },
  { id: "granted", header: "Granted", isNumeric: true, cell: (lot) => lot.granted.toLocaleString("en-US") },
  { id: "available", header: "Available", isNumeric: true, cell: (lot) => lot.available.toLocaleString("en-US") },
  { id: "held", header: "Held", isNumeric: true, cell: (lot) => lot.held.toLocaleString("en-US") },
  {
    id: "expires",
    header: "Expires",
    cell: (lot) => (lot.expiresAt === null ? "never" : <RelativeTime at={lot.expiresAt} />),
  },
];

const entryColumns: readonly Column<EntryView>[] = [
  { id: "what", header: "Entry", isInteractive: true, cell: (entry) => <Cause entry={entry} /> },
  { id: "move", header: "Moved", cell: (entry) => `${entry.from} → ${entry.to}` },
  { id: "credits", header: "Credits", isNumeric: true, cell: (entry) => entry.credits.toLocaleString("en-US") },
  {
    id: "after",
    header: "Available after",
    isNumeric: true,
    cell: (entry) => entry.availableAfter.toLocaleString("en-US"),
  },
  { id: "when", header: "When", cell: (entry) => <RelativeTime at={entry.at} /> },
];

/** The balance, the lots it is made of in the order they are spent, and every entry. `notice` tells who cannot buy why. */
export function BillingPage({ notice }: { notice: ReactNode }) {
  const wallet = useMember()?.wallet;
  const lots = useQuery(api.credits.lots.queryOptions());
  const entries = useInfiniteQuery(api.credits.entries.infiniteQueryOptions({}, nextByCursor));
  return (
    <PageBody>
      <PageHeader
        title={formatCredits(wallet?.available ?? 0)}
        detail={
          wallet !== undefined && wallet.held > 0
            ? `${formatCredits(wallet.held)} held for generations under way or under review.`
            : "Available now."
        }
        actions={
          <LinkButton href={paths.pricing} variant="primary">
            Buy credits
          </LinkButton>
        }
      />
      {notice}
      <section className="flex flex-col gap-3">
        <h2 className="text-h2 font-semibold">Lots, the next one spent first</h2>
        <DataTable
          label="Lots"
          columns={lotColumns}
          rowKey={(lot) => lot.id}
          page={tableRowsOf(lots)}
          empty={
            <EmptyState title="No credits yet" actions={<LinkButton href={paths.pricing}>See prices</LinkButton>} />
          }
        />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-h2 font-semibold">Statement</h2>
        <DataTable
          label="Entries"
          columns={entryColumns}
          rowKey={(entry) => String(entry.version)}
          page={tablePageOf(entries)}
          empty={
            <EmptyState title="Nothing has moved yet">Every grant, hold and charge will be an entry here.</EmptyState>
          }
        />
      </section>
    </PageBody>
  );
}

/** What an entry was for, with the way there. */
function Cause({ entry }: { entry: EntryView }) {
  const { cause, kind } = entry;
  if (cause?.startsWith("gen_") === true) return <TextLink href={paths.generation(cause)}>{kind}, generation</TextLink>;
  if (cause?.startsWith("ord_") === true) return <TextLink href={paths.order(cause)}>{kind}, order</TextLink>;
  return kind;
}
