import { formatCredits, type MemberId, storefrontNames, type WalletDetail, type WalletOwner } from "@covenant/domain";
import { Card, Code, EmptyState, exactTime, KeyValue, TextLink } from "@covenant/ui";
import { type Column, DataTable, nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { Section } from "../shell/PageBody.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { Answered } from "./Answered.tsx";
import { EntryDetailTable, type EntryFilter } from "./EntryDetailTable.tsx";
import { figure } from "./figure.ts";
import { HoldTable } from "./HoldTable.tsx";
import { LotDetailTable } from "./LotDetailTable.tsx";

const owners: readonly Column<WalletOwner>[] = [
  { id: "storefront", header: "Storefront", cell: ({ storefront }) => storefrontNames[storefront] },
  { id: "member", header: "Member", cell: ({ memberId }) => <FullId id={memberId} /> },
];

/** The wallet of an email; a choice where one person has accounts at several storefronts. */
export function EmailPanel({ email, filter }: { email: string; filter: EntryFilter }) {
  const wallets = useQuery(api.credits.findWallets.queryOptions({ email }));
  return (
    <Answered query={wallets}>
      {(found) => {
        const [only] = found;
        if (only !== undefined && found.length === 1)
          return <WalletPanel key={only.memberId} memberId={only.memberId} filter={filter} />;
        return (
          <DataTable
            label="Wallets of this email"
            columns={owners}
            page={{ state: "ready", rows: found }}
            rowKey={({ memberId }) => memberId}
            rowHref={({ memberId }) => paths.ledger({ ...filter, find: memberId })}
            empty={
              <EmptyState title="No member has this email">The whole address is compared, in small letters.</EmptyState>
            }
          />
        );
      }}
    </Answered>
  );
}

/** A wallet with all its buckets, its lots, its holds and its entries. */
export function WalletPanel({ memberId, filter }: { memberId: MemberId; filter: EntryFilter }) {
  const wallet = useQuery(api.credits.wallet.queryOptions({ memberId }));
  return (
    <Answered query={wallet}>
      {({ owner, wallet: detail }) => (
        <>
          <WalletCard owner={owner} wallet={detail} />
          <Section title="Lots, newest first">
            <Lots memberId={memberId} />
          </Section>
          <Section title="Holds, newest first">
            <Holds memberId={memberId} />
          </Section>
          <Section title="Entries, newest first">
            <Entries memberId={memberId} filter={filter} />
          </Section>
        </>
      )}
    </Answered>
  );
}

function Lots({ memberId }: { memberId: MemberId }) {
  const lots = useInfiniteQuery(api.credits.lotHistory.infiniteQueryOptions({ memberId }, nextByCursor));
  return <LotDetailTable page={tablePageOf(lots)} />;
}

function Holds({ memberId }: { memberId: MemberId }) {
  const holds = useInfiniteQuery(api.credits.holds.infiniteQueryOptions({ memberId }, nextByCursor));
  return <HoldTable page={tablePageOf(holds)} />;
}

function Entries({ memberId, filter }: { memberId: MemberId; filter: EntryFilter }) {
  const entries = useInfiniteQuery(api.credits.entries.infiniteQueryOptions({ memberId, ...filter }, nextByCursor));
  return <EntryDetailTable page={tablePageOf(entries)} filter={filter} />;
}

const places = [
  { id: "available", label: "Available" },
  { id: "held", label: "Held" },
  { id: "frozen", label: "Frozen" },
  { id: "spent", label: "Spent" },
  { id: "expired", label: "Expired" },
  { id: "reclaimed", label: "Reclaimed" },
  { id: "chargedBack", label: "Charged back" },
  { id: "forfeited", label: "Forfeited" },
  { id: "adjusted", label: "Adjusted" },
  { id: "granted", label: "Granted in all" },
] as const satisfies readonly { id: keyof WalletDetail; label: string }[];

function WalletCard({ owner, wallet }: { owner: WalletOwner; wallet: WalletDetail }) {
  const { version, head, openedAt, closedAt } = wallet;
  return (
    <Card title="Wallet" detail={<OwnerLink owner={owner} />}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 pb-4 sm:grid-cols-5">
        {places.map(({ id, label }) => (
          <div key={id} className="flex flex-col">
            <dt className="text-small text-muted">{label}</dt>
            <dd className="text-h3 tabular" title={formatCredits(wallet[id])}>
              {figure(wallet[id])}
            </dd>
          </div>
        ))}
      </dl>
      <KeyValue
        facts={[
          { label: "Id", value: <FullId id={wallet.memberId} /> },
          { label: "Opened", value: exactTime(openedAt) },
          ...(closedAt === null ? [] : [{ label: "Closed", value: exactTime(closedAt) }]),
          { label: "Last entry", value: version === 0 ? "None yet" : figure(version) },
          ...(head === null ? [] : [{ label: "Its hash", value: <Code>{head}</Code> }]),
        ]}
      />
    </Card>
  );
}

/** Whose wallet something is in, with the way to the member. */
export function OwnerLink({ owner: { memberId, email, storefront } }: { owner: WalletOwner }) {
  return (
    <>
      <TextLink href={paths.member(memberId)}>{email}</TextLink> at {storefrontNames[storefront]}
    </>
  );
}
