import type { OrderId } from "@covenant/domain";
import { EmptyState } from "@covenant/ui";
import { nextByCursor } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { EntryTable } from "./EntryTable.tsx";

/** What became of the credits an order brought, newest first: each is the way to what it was spent on. */
export function OrderEntries({ orderId }: { orderId: OrderId }) {
  const entries = useInfiniteQuery(api.credits.orderEntries.infiniteQueryOptions({ orderId }, nextByCursor));
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-h2 font-semibold">What became of its credits</h2>
      <EntryTable
        page={tablePageOf(entries)}
        empty={<EmptyState title="No credits yet">They come with the verified payment.</EmptyState>}
      />
    </section>
  );
}
