import type { SealDetail } from "@covenant/domain";
import { Card, Code, EmptyState, exactTime, KeyValue, LinkButton } from "@covenant/ui";
import { nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { Section } from "../shell/PageBody.tsx";
import { Answered } from "./Answered.tsx";
import { EntryDetailTable } from "./EntryDetailTable.tsx";
import { figure } from "./figure.ts";

/** One seal: what it covers, what it is chained to, and its entries. */
export function SealPanel({ number }: { number: number }) {
  const seal = useQuery(api.credits.findSeal.queryOptions({ number }));
  return (
    <Answered query={seal}>
      {(found) =>
        found === null ? (
          <div className="rounded-card border bg-surface">
            <EmptyState title={`There is no seal ${figure(number)} yet`}>
              Seals are numbered from 1 without a gap; entries are sealed soon after they were written.
            </EmptyState>
          </div>
        ) : (
          <>
            <SealCard seal={found} />
            <Section title="Its entries, wallet by wallet">
              <SealEntries number={number} />
            </Section>
          </>
        )
      }
    </Answered>
  );
}

function SealEntries({ number }: { number: number }) {
  const entries = useInfiniteQuery(api.credits.sealEntries.infiniteQueryOptions({ number }, nextByCursor));
  return <EntryDetailTable page={tablePageOf(entries)} isOfManyWallets />;
}

function SealCard({ seal }: { seal: SealDetail }) {
  const { number, entries, wallets, fromTransaction, toTransaction, root, previous, hash, sealedAt } = seal;
  return (
    <Card title={`Seal ${figure(number)}`} detail={exactTime(sealedAt)} actions={<Neighbours seal={seal} />}>
      <KeyValue
        facts={[
          {
            label: "Entries",
            value: `${figure(entries)}, of ${figure(wallets)} ${wallets === 1 ? "wallet" : "wallets"}`,
          },
          { label: "Transactions", value: `From ${fromTransaction} to before ${toTransaction}` },
          { label: "Root", value: <Code>{root}</Code> },
          { label: "Hash", value: <Code>{hash}</Code> },
          { label: "Hash of the seal before", value: previous === null ? "It is the first" : <Code>{previous}</Code> },
        ]}
      />
    </Card>
  );
}

function Neighbours({ seal: { number, hasNext } }: { seal: SealDetail }) {
  return (
    <>
      {number > 1 && (
        <LinkButton size="small" href={paths.ledger({ find: String(number - 1) })}>
          Seal before
        </LinkButton>
      )}
      {hasNext && (
        <LinkButton size="small" href={paths.ledger({ find: String(number + 1) })}>
          Seal after
        </LinkButton>
      )}
    </>
  );
}
