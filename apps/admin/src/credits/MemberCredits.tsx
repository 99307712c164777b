import { formatCredits, type MemberId, type WalletView } from "@covenant/domain";
import { Banner, Skeleton } from "@covenant/ui";
import { nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { tablePageOf, tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { Section } from "../shell/PageBody.tsx";
import { EntryTable } from "./EntryTable.tsx";
import { LotTable } from "./LotTable.tsx";

/** A wallet as the ledger has it: the balance, the lots it is made of, and every entry. */
export function MemberCredits({ memberId }: { memberId: MemberId }) {
  const lots = useQuery(api.credits.lots.queryOptions({ memberId }));
  const entries = useInfiniteQuery(api.credits.entries.infiniteQueryOptions({ memberId }, nextByCursor));
  return (
    <>
      <Section title="Balance">
        <Balance memberId={memberId} />
      </Section>
      <Section title="Lots, the next one spent first">
        <LotTable page={tableRowsOf(lots)} />
      </Section>
      <Section title="Entries, newest first">
        <EntryTable page={tablePageOf(entries)} />
      </Section>
    </>
  );
}

const parts = [
  { id: "available", label: "Available" },
  { id: "held", label: "Held" },
  { id: "frozen", label: "Frozen" },
] as const satisfies readonly { id: keyof WalletView; label: string }[];

function Balance({ memberId }: { memberId: MemberId }) {
  const { data: wallet, error } = useQuery(api.credits.balance.queryOptions({ memberId }));
  if (error !== null) return <Banner tone="bad" title={presentFailure(error).title} />;
  return (
    <dl className="grid grid-cols-3 rounded-card border bg-surface">
      {parts.map(({ id, label }) => (
        <div key={id} className="flex flex-col gap-0.5 px-4 py-3">
          <dt className="text-small text-muted">{label}</dt>
          <dd className="text-h3 tabular">
            {wallet === undefined ? <Skeleton width="5rem" /> : formatCredits(wallet[id])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
