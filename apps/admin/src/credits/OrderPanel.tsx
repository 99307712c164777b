import { type ExploredOrder, formatMoney, type OrderId } from "@covenant/domain";
import { Card, exactTime, KeyValue } from "@covenant/ui";
import { nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { Answered } from "./Answered.tsx";
import { EntryDetailTable, type EntryFilter } from "./EntryDetailTable.tsx";
import { LotDetailTable } from "./LotDetailTable.tsx";
import { OwnerLink } from "./WalletPanel.tsx";

/** The lots that an order brought, and every entry that moved their credits. */
export function OrderPanel({ orderId, filter }: { orderId: OrderId; filter: EntryFilter }) {
  const order = useQuery(api.credits.order.queryOptions({ orderId }));
  const entries = useInfiniteQuery(api.credits.orderEntries.infiniteQueryOptions({ orderId, ...filter }, nextByCursor));
  return (
    <Answered query={order}>
      {(found) => (
        <>
          <OrderCard order={found} />
          <Section title="Lots">
            <LotDetailTable page={{ state: "ready", rows: found.lots }} />
          </Section>
          <Section title="Entries of these lots, newest first">
            <EntryDetailTable page={tablePageOf(entries)} filter={filter} />
          </Section>
        </>
      )}
    </Answered>
  );
}

function OrderCard({ order: { id, owner, packName, state, placedAt, lots } }: { order: ExploredOrder }) {
  const paid = lots.flatMap((lot) => (lot.paid === null ? [] : [formatMoney(lot.paid)]));
  return (
    <Card
      title={packName}
      detail={<OwnerLink owner={owner} />}
      actions={
        <PermittedLink href={paths.order(id)} capability="order.read">
          The order
        </PermittedLink>
      }
    >
      <KeyValue
        facts={[
          { label: "Id", value: <FullId id={id} /> },
          { label: "State", value: state },
          { label: "Placed", value: exactTime(placedAt) },
          { label: "Paid for its lots", value: paid.length === 0 ? "No lots yet" : paid.join(", ") },
        ]}
      />
    </Card>
  );
}
